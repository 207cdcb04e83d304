package io.ledgerway.mapping;

/** A place in a mapping file; line and column count from 1, 0 when unknown. */
record Place(String file, int line, int column) {

  static Place unknown(String file) {
    return new Place(file, 0, 0);
  }

  /**
   * @param offset characters from the start of the text; JSONata gives the end of the token
   */
  static Place of(String file, String text, int offset) {
    if (offset < 0) {
      return unknown(file);
    }
    int end = Math.min(offset, text.length());
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Place(file, line, Math.max(1, end - lineStart));
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
