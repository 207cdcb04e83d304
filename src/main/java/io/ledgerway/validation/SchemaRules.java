package io.ledgerway.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.ledgerway.yaml.YamlText.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds schemas of events that are no JSON, or no JSON Schema. */
final class SchemaRules {

  private static final ObjectMapper JSON = new ObjectMapper();

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
    JsonNode schema = read(file, found);
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

  /** What the file holds; null, and a mistake, when it is no JSON. */
  static JsonNode read(Path file, Mistakes found) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      Place place =
          e.getLocation() == null
              ? new Place(1, 1)
              : new Place(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      found.at(
          file,
          place,
          "this is no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""),
          "Correct it there");
    } catch (IOException e) {
      found.of(file, "cannot be read", "Look at its rights");
    }
    return null;
  }
}
