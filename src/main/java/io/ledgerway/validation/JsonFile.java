package io.ledgerway.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.yaml.YamlText.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON, and tells where it is none. */
final class JsonFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFile() {}

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
