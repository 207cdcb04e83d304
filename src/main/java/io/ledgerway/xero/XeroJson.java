package io.ledgerway.xero;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Map;

/** JSON in which no number ever is a double. Thread-safe. */
final class XeroJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addDeserializer(Object.class, new Exact()))
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private XeroJson() {}

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(byte[] json) throws IOException {
    Object read = MAPPER.readValue(json, Object.class);
    if (read instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IOException("Expected a JSON object");
  }

  static byte[] write(Object value) throws IOException {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Jackson's own reader of maps and lists, with every number read as it is written. */
  private static final class Exact extends UntypedObjectDeserializer {

    Exact() {
      super((JavaType) null, null);
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return json.currentToken().isNumeric()
          ? json.getDecimalValue()
          : super.deserialize(json, context);
    }
  }
}
