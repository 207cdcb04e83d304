package io.ledgerway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.List;

/** The JSON Schemas of the sources, with formats checked. Thread-safe. */
public final class Schemas {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Schemas() {}

  /**
   * What is wrong with the JSON by the schema {@code routes/<folder>/schemas/<name>.schema.json},
   * of {@code folder/name}; empty if nothing.
   */
  public static List<String> violations(String schemaName, String json) {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                SchemaLocation.of(
                    Path.of("routes", schemaName.replace("/", "/schemas/") + ".schema.json")
                        .toUri()
                        .toString()),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    try {
      return schema.validate(JSON.readTree(json)).stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (JsonProcessingException e) {
      return List.of("is not JSON: " + e.getOriginalMessage());
    }
  }
}
