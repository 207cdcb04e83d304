package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may stand where in a file of routes, as Camel's own schema of its YAML says. Camel itself
 * names one mistake at a time, and without its column. Not thread-safe.
 */
final class RouteLanguage {

  private static final List<String> VARIANTS = List.of("anyOf", "oneOf", "allOf");

  private final JsonNode schema;
  private final Map<String, Map<String, JsonNode>> known = new HashMap<>();

  RouteLanguage() {
    try (InputStream in = RouteLanguage.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
      schema = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what stands at the top of a file, such as {@code route}; missing when there is none. */
  JsonNode entry(String kind) {
    return schema.at("/items/properties/" + kind);
  }

  JsonNode resolved(JsonNode type) {
    String reference = type.path("$ref").asText("");
    return reference.isEmpty() ? type : schema.at(reference.substring(1));
  }

  /** The names that may stand in a map of that type, each with the type of its value. */
  Map<String, JsonNode> names(JsonNode type) {
    String reference = type.path("$ref").asText("");
    if (reference.isEmpty()) {
      return namesOf(type);
    }
    Map<String, JsonNode> names = known.get(reference);
    if (names == null) {
      names = namesOf(resolved(type));
      known.put(reference, names);
    }
    return names;
  }

  private Map<String, JsonNode> namesOf(JsonNode type) {
    Map<String, JsonNode> names = new LinkedHashMap<>();
    for (String variant : VARIANTS) {
      type.path(variant).forEach(one -> names.putAll(names(one)));
    }
    // An expression's languages stand there by name only, and are said in full in a variant.
    type.path("properties")
        .properties()
        .forEach(
            one -> {
              if (!one.getValue().isEmpty() || !names.containsKey(one.getKey())) {
                names.put(one.getKey(), one.getValue());
              }
            });
    return names;
  }

  /** Whether names that it does not know are mistakes. */
  boolean isClosed(JsonNode type) {
    JsonNode here = resolved(type);
    if (here.path("additionalProperties").isBoolean()
        && !here.path("additionalProperties").asBoolean()) {
      return true;
    }
    for (String variant : VARIANTS) {
      for (JsonNode one : here.path(variant)) {
        if (isClosed(one)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The type of a list's elements; missing when it is of no list. */
  JsonNode elements(JsonNode type) {
    JsonNode here = resolved(type);
    if (here.has("items")) {
      return here.get("items");
    }
    for (String variant : VARIANTS) {
      for (JsonNode one : here.path(variant)) {
        JsonNode within = elements(one);
        if (!within.isMissingNode()) {
          return within;
        }
      }
    }
    return here.path("items");
  }
}
