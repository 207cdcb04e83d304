package io.ledgerway.mapping;

import io.ledgerway.problem.LedgerwayException;

/**
 * A mapping file that cannot be used, or that failed on a document. Says where: file, line and
 * column, both counted from 1, or 0 when the place is not known.
 */
public class MappingException extends LedgerwayException {

  private final String file;
  private final int line;
  private final int column;

  MappingException(String code, String message, String hint, Place place, Throwable cause) {
    super(code, place + ": " + message, hint, cause);
    this.file = place.file();
    this.line = place.line();
    this.column = place.column();
  }

  /** The language's words for what a mapping stumbled over quote the document. */
  @Override
  public String loggedMessage() {
    return file + " line " + line + ", column " + column;
  }

  public String file() {
    return file;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
