package io.ledgerway.sandbox.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON for people. */
final class PrettyJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PrettyJson() {}

  static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      return String.valueOf(value);
    }
  }

  /** The text itself when it is not JSON, for instance because it was cut. */
  static String of(String text) {
    try {
      return text.isBlank() ? "" : of(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return text;
    }
  }
}
