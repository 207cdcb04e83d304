package io.ledgerway.log;

/**
 * A value as the log has it: on one line, and in quotes where it could be taken for more than one.
 */
final class LoggedValue {

  private static final int LONGEST = 2000;

  private LoggedValue() {}

  /** Bare where it is one word; otherwise in quotes, which it cannot end. */
  static String of(Object value) {
    String text = String.valueOf(value);
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST) + "…";
    }
    return isOneWord(text) ? text : '"' + escaped(text, true) + '"';
  }

  /**
   * Text of others, whose lines of their own are kept: each but the first begins with a tab, as no
   * line of the log does.
   */
  static String lines(String text) {
    return text == null ? null : escaped(text, false);
  }

  private static boolean isOneWord(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .noneMatch(
                one ->
                    one == '"'
                        || one == '\\'
                        || one == '='
                        || Character.isWhitespace(one)
                        || Character.isSpaceChar(one)
                        || isHidden(one));
  }

  private static String escaped(String text, boolean quoted) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            one -> {
              if (quoted && (one == '"' || one == '\\')) {
                safe.append('\\').appendCodePoint(one);
              } else if (one == '\n') {
                safe.append(quoted ? "\\n" : "\n\t");
              } else if (one == '\t' && !quoted || one == '\r' && !quoted) {
                safe.append(one == '\t' ? "\t" : "");
              } else if (isHidden(one)) {
                safe.append("\\u%04x".formatted(one));
              } else {
                safe.appendCodePoint(one);
              }
            });
    return safe.toString();
  }

  /**
   * What a terminal acts upon or does not show: escapes, marks of direction, halves, separators.
   */
  private static boolean isHidden(int one) {
    return switch (Character.getType(one)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
