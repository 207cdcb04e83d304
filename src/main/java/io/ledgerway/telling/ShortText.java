package io.ledgerway.telling;

/** Text cut to what fits, between characters and never within one. */
public final class ShortText {

  private ShortText() {}

  /**
   * @param mostBytes how many bytes the text may have as JSON in UTF-8
   * @return the text, or its beginning
   */
  public static String of(String text, int mostBytes) {
    int end = end(text, mostBytes);
    return end == text.length() ? text : text.substring(0, end);
  }

  /** How many bytes a text has as JSON in UTF-8, at most; null has four. */
  public static int bytes(String text) {
    return text == null ? 4 : text.codePoints().map(ShortText::bytes).sum() + 2;
  }

  private static int end(String text, int mostBytes) {
    int bytes = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      bytes += bytes(character);
      if (bytes > mostBytes) {
        return at;
      }
      at += Character.charCount(character);
    }
    return text.length();
  }

  private static int bytes(int character) {
    if (character < 0x20) {
      return 6; // written as an escape
    }
    if (character < 0x80) {
      return character == '"' || character == '\\' ? 2 : 1;
    }
    // Beyond the first plane it is written as two escapes, one for each half
    return character < 0x800 ? 2 : character < 0x10000 ? 3 : 12;
  }
}
