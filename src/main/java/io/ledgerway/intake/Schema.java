package io.ledgerway.intake;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JSON Schema twice: one stops at the first mistake, the other finds all. Immutable. */
record Schema(JsonSchema untilFirstMistake, JsonSchema everyMistake) {

  /**
   * @throws IllegalArgumentException when it is not there, or no JSON Schema
   */
  static Schema read(Path file) {
    try {
      String text = Files.readString(file);
      return new Schema(schema(file, text, true), schema(file, text, false));
    } catch (IOException e) {
      throw new IllegalArgumentException("the schema " + file + " cannot be read", e);
    }
  }

  private static JsonSchema schema(Path file, String text, boolean failFast) {
    try {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(
                  text,
                  SchemaValidatorsConfig.builder()
                      .formatAssertionsEnabled(true)
                      .failFast(failFast)
                      .build());
      schema.initializeValidators();
      return schema;
    } catch (JsonSchemaException e) {
      throw new IllegalArgumentException(file + " is no JSON Schema: " + e.getMessage(), e);
    }
  }
}
