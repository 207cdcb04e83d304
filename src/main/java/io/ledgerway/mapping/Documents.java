package io.ledgerway.mapping;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns message bodies into plain maps, lists and exact numbers, and back. Thread-safe. */
final class Documents {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();
  private static final ObjectReader READER = JSON.readerFor(new TypeReference<Object>() {});

  private Documents() {}

  /**
   * @param body Map, List, JsonNode, or JSON as text or bytes
   * @throws JsonProcessingException when the text is not JSON
   */
  static Object read(Object body) throws IOException {
    if (body == null || body instanceof Map || body instanceof List) {
      return body;
    }
    if (body instanceof JsonNode node) {
      return READER.readValue(node);
    }
    if (body instanceof byte[] bytes) {
      return READER.readValue(bytes);
    }
    if (body instanceof String text) {
      return READER.readValue(text);
    }
    throw new IOException(
        "a document must be a map, a JSON node, text or bytes, not " + body.getClass().getName());
  }

  static String write(Object document) {
    try {
      return new String(JSON.writeValueAsBytes(document), StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A deep copy that shares nothing mutable with the input and whose numbers are all decimals. */
  static Object exact(Object value) {
    if (value == null || value == Jsonata.NULL_VALUE) {
      return null;
    }
    if (value instanceof Number) {
      return Decimals.of(value);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>(map.size() * 2);
      map.forEach((key, field) -> copy.put((String) key, exact(field)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(exact(element)));
      return copy;
    }
    return value;
  }
}
