package io.ledgerway.sql;

/**
 * Text as PostgreSQL holds it: it has no NUL, and Java's half of a surrogate pair is no character
 * in UTF-8.
 */
public final class StorableText {

  private StorableText() {}

  /** Whether the text can be stored as it is. */
  public static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one == 0) {
        return false;
      }
      if (Character.isSurrogate(one)) {
        if (!Character.isHighSurrogate(one)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /**
   * The text with U+FFFD for whatever could not be stored: for words to people, never for an id,
   * where two must not become one. Null stays null.
   */
  public static String of(String text) {
    if (text == null || is(text)) {
      return text;
    }
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .map(one -> one == 0 || one >= 0xD800 && one <= 0xDFFF ? 0xFFFD : one)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }
}
