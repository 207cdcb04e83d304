package io.ledgerway.sandbox.http;

import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param elements how many records the call wrote or listed, for the call log
 */
public record Answer(
    int status, String contentType, byte[] body, Map<String, String> headers, int elements) {

  private static final byte[] NOTHING = new byte[0];

  public static Answer json(int status, Object body) {
    return new Answer(status, "application/json; charset=utf-8", Json.bytes(body), Map.of(), 0);
  }

  public static Answer text(int status, String body) {
    return new Answer(
        status,
        "text/plain; charset=utf-8",
        body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        Map.of(),
        0);
  }

  public static Answer empty(int status) {
    return new Answer(status, null, NOTHING, Map.of(), 0);
  }

  public Answer with(Map<String, String> more) {
    return new Answer(status, contentType, body, more, elements);
  }

  Answer elements(int count) {
    return new Answer(status, contentType, body, headers, count);
  }
}
