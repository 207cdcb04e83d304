package io.ledgerway.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;

/** An event as the body of a request: its very bytes, and no more of them than an event has. */
@Schema(
    name = "Event",
    type = "object",
    description = "An event, as its source's schema describes it.",
    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
    example =
        "{\"id\": \"exp-1001\", \"version\": 1, \"company\": \"acme\", \"currency\": \"NZD\"}")
final class EventBody {

  static final int MOST_BYTES = 512 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EventBody() {}

  /**
   * @throws WrongRequest when it is larger than an event may be, or no object
   */
  static byte[] read(InputStream body) throws IOException {
    byte[] event = body.readNBytes(MOST_BYTES + 1);
    if (event.length > MOST_BYTES) {
      throw WrongRequest.notValid(
          "EVENT_TOO_LARGE",
          "An event has at most " + MOST_BYTES + " bytes.",
          "Send documents as links.");
    }
    if (!isObject(event)) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID", "The body is no JSON object.", "Send the event as it would come.");
    }
    return event;
  }

  private static boolean isObject(byte[] event) throws IOException {
    try {
      return JSON.readTree(event).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
