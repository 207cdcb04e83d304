package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds schemas of events that are no JSON, or no JSON Schema. */
final class SchemaRules {

  private final Path routes;
  private final Mistakes found;
  private final JsonSchema schemaOfSchemas =
      JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              builder ->
                  builder.schemaMappers(
                      all -> all.mapPrefix("https://json-schema.org", "classpath:")))
          .getSchema(SchemaLocation.of(SchemaId.V202012), SchemaValidatorsConfig.builder().build());

  SchemaRules(Path routes, Mistakes found) {
    this.routes = routes;
    this.found = found;
  }

  void check() {
    try (Stream<Path> files = Files.walk(routes)) {
      files.filter(file -> file.toString().endsWith(".schema.json")).sorted().forEach(this::check);
    } catch (IOException e) {
      found.of(routes, "cannot be read", "Name the folder of routes");
    }
  }

  private void check(Path file) {
    JsonNode schema = JsonFile.read(file, found);
    if (schema != null) {
      schemaOfSchemas
          .validate(schema)
          .forEach(
              wrong ->
                  found.of(
                      file,
                      "this is no JSON Schema: " + wrong.getMessage(),
                      "See https://json-schema.org/understanding-json-schema"));
    }
  }
}
