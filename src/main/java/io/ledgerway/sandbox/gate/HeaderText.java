package io.ledgerway.sandbox.gate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;

/** Headers as text, for the call log; of credentials only the end is shown. */
final class HeaderText {

  private static final int SHOWN = 6;

  private HeaderText() {}

  static String of(HttpServletRequest request) {
    StringBuilder text = new StringBuilder();
    for (String name : Collections.list(request.getHeaderNames())) {
      String value = request.getHeader(name);
      boolean secret = name.toLowerCase(Locale.ROOT).equals("authorization");
      line(text, name, secret ? hidden(value) : value);
    }
    return text.toString();
  }

  static String of(HttpServletResponse response) {
    StringBuilder text = new StringBuilder();
    for (String name : response.getHeaderNames()) {
      line(text, name, response.getHeader(name));
    }
    return text.toString();
  }

  private static String hidden(String value) {
    int space = value.indexOf(' ') + 1;
    return value.substring(0, space)
        + "…"
        + value.substring(Math.max(space, value.length() - SHOWN));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }
}
