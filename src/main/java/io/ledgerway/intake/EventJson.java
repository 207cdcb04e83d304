package io.ledgerway.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerway.digest.Sha256;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** How events are read: money stays exact, a key that stands twice is an error. Thread-safe. */
final class EventJson {

  static final int MOST_DEPTH = 50;
  static final int MOST_DIGITS = 50;
  static final int MOST_NAME = 50_000;

  private static final ObjectMapper MAPPER = mapper();

  private EventJson() {}

  static ObjectMapper mapper() {
    // Names of fields come from outside: each is a text of its own, in no table shared by all.
    JsonFactory factory =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxNumberLength(MOST_DIGITS)
                    .maxNameLength(MOST_NAME)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
        .build();
  }

  /** An event that was read before. */
  static JsonNode read(String event) {
    try {
      return MAPPER.readTree(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** What a mapping made, as a tree. */
  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /**
   * A hash of what the event says, the same for any order of keys, spacing, and form of a number.
   */
  static String contentHash(JsonNode event) {
    StringBuilder canonical = new StringBuilder(512);
    write(event, canonical);
    return Sha256.of(canonical.toString());
  }

  private static void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.fields().forEachRemaining(field -> sorted.put(field.getKey(), field.getValue()));
      out.append('{');
      sorted.forEach(
          (name, value) -> {
            out.append(name.length()).append(':').append(name).append('=');
            write(value, out);
          });
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      node.forEach(
          element -> {
            write(element, out);
            out.append(',');
          });
      out.append(']');
    } else if (node.isNumber()) {
      BigDecimal value = node.decimalValue();
      out.append(value.signum() == 0 ? "0" : value.stripTrailingZeros().toString());
    } else {
      out.append(node.asText().length()).append(node.isTextual() ? 's' : 'v').append(node.asText());
    }
  }
}
