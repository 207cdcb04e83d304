package io.ledgerway.sandbox.expensify.gate;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What goes back.
 *
 * @param code the body's {@code responseCode}, for the log; 0 when it has none
 * @param fileName for the log, or null
 */
record Reply(
    int status,
    String contentType,
    byte[] body,
    Map<String, String> headers,
    int code,
    int reports,
    String fileName) {

  /** The connection is closed instead. */
  static final Reply DROPPED = new Reply(0, null, new byte[0], Map.of(), 0, 0, null);

  /** A page, as servlets and gateways answer. */
  static Reply page(int status, String title) {
    String html =
        "<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>".formatted(title);
    return new Reply(
        status,
        "text/html;charset=utf-8",
        html.getBytes(StandardCharsets.UTF_8),
        Map.of(),
        0,
        0,
        null);
  }

  Reply body(byte[] other) {
    return new Reply(status, contentType, other, headers, code, reports, fileName);
  }

  Reply with(Map<String, String> more) {
    return new Reply(status, contentType, body, more, code, reports, fileName);
  }
}
