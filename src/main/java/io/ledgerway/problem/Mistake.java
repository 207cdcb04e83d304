package io.ledgerway.problem;

/**
 * Something wrong in a file that an engineer edits, at the place where it is to be mended.
 *
 * @param file as it was given
 * @param line from 1; 0 when it concerns the whole file
 * @param column from 1; 0 when the line says enough
 * @param what is wrong, and why, in a sentence without its full stop
 * @param fix what to do about it
 */
public record Mistake(String file, int line, int column, String what, String fix) {

  /** {@code file:line:column: what, and what to do}, as compilers say it and editors jump to it. */
  @Override
  public String toString() {
    String place =
        line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    return place + ": " + what + ". " + fix;
  }
}
