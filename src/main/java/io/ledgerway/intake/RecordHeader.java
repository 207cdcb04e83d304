package io.ledgerway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.sql.StorableText;
import io.ledgerway.trace.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A header that came with a record. Headers never become headers of ours.
 *
 * @param value may be null
 */
record RecordHeader(String name, byte[] value) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  int bytes() {
    return name.getBytes(StandardCharsets.UTF_8).length + (value == null ? 0 : value.length);
  }

  /**
   * Those that say which trace it is part of; the others had their say when it was refused.
   *
   * @param text as {@link #text} wrote them; null when there were none
   */
  static List<RecordHeader> ofTrace(String text) {
    if (text == null) {
      return List.of();
    }
    try {
      List<RecordHeader> headers = new ArrayList<>();
      for (JsonNode each : JSON.readTree(text)) {
        String name = each.path("name").asText();
        String value = each.path("value").asText("");
        if (name.equals(TraceContext.PARENT) || name.equals(TraceContext.STATE)) {
          headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
        }
      }
      return headers;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As text, as many of them as one record may have; null when there are none. */
  static String text(List<RecordHeader> headers) {
    List<Map<String, String>> told = new ArrayList<>();
    int bytes = 0;
    for (RecordHeader header : headers) {
      bytes += header.bytes();
      if (told.size() == CheckRecord.MAX_HEADERS || bytes > CheckRecord.MAX_HEADER_BYTES) {
        break;
      }
      Map<String, String> each = new LinkedHashMap<>();
      each.put("name", StorableText.of(header.name()));
      each.put(
          "value",
          header.value() == null
              ? null
              : StorableText.of(new String(header.value(), StandardCharsets.UTF_8)));
      told.add(each);
    }
    try {
      return told.isEmpty() ? null : JSON.writeValueAsString(told);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
