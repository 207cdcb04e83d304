package io.ledgerway.person;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An address as it is looked for. */
final class Email {

  private Email() {}

  /** Without regard to case. */
  static String plain(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** As bytes are written by PostgreSQL's {@code encode(…, 'escape')}. */
  static String escaped(String email) {
    StringBuilder text = new StringBuilder();
    for (byte each : plain(email).getBytes(StandardCharsets.UTF_8)) {
      if (each == '\\') {
        text.append("\\\\");
      } else if (each <= 0) {
        text.append('\\').append(Integer.toOctalString(each & 0xff));
      } else {
        text.append((char) each);
      }
    }
    return text.toString();
  }
}
