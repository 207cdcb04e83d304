package io.ledgerway.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.digest.Sha256;
import java.util.List;
import java.util.Map;

/**
 * Xero documents as text, the same text each time, so that a repeated request is the same request.
 * Thread-safe.
 */
public final class DocumentJson {

  /** Xero asks to stay under 3.5 MB (xero-api.md 2.9). */
  public static final int MAX_REQUEST_BYTES = 3_000_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private DocumentJson() {}

  public static String write(Map<String, Object> document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Map<String, Object> read(String document) {
    try {
      return JSON.readValue(document, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The request that creates these documents in one call. */
  public static String request(String resource, List<String> documents) {
    return "{\"" + resource + "\":[" + String.join(",", documents) + "]}";
  }

  public static String hash(String request) {
    return Sha256.of(request);
  }
}
