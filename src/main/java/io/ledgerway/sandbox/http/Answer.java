package io.ledgerway.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

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

  /** Its words are our own; its properties were seen (xero-api.md 7.3, 7). */
  public static Answer internalError() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("Title", "InternalServerError");
    body.put("Detail", "An internal error occurred");
    body.put("Status", 500);
    body.put("Instance", UUID.randomUUID());
    return json(500, body);
  }

  /** An empty page, which is how Xero refuses where it has nothing to say (xero-api.md 7.2, 22). */
  public static Answer nothing(int status) {
    return new Answer(status, "text/html; charset=utf-8", NOTHING, Map.of(), 0);
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
