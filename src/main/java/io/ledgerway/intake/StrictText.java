package io.ledgerway.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a record, taken as UTF-8 and as nothing else. A JSON reader would guess the encoding
 * from the first bytes, and what is stored as text would be something else than what was read.
 */
final class StrictText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private StrictText() {}

  /**
   * @return the text without a leading byte-order mark
   * @throws RefusedRecordException {@code NOT_UTF8} for malformed and overlong sequences, for
   *     surrogates, and for NUL bytes, which JSON never has and UTF-16 is full of
   */
  static String of(byte[] utf8) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
      int nul = text.indexOf('\0');
      if (nul >= 0) {
        throw refused("it has a NUL byte after %d characters; is it UTF-16?".formatted(nul));
      }
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw refused("some of its bytes are no characters");
    }
  }

  private static RefusedRecordException refused(String why) {
    return new RefusedRecordException(
        "NOT_UTF8", "The event is not text in UTF-8: " + why + ".", "Send the event in UTF-8.");
  }
}
