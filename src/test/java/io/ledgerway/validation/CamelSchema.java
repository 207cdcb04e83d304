package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Camel's own schema of its YAML, of which it takes the long form only: each thing is a map of what
 * it has, without the alternatives that make editors guess which one was meant.
 */
final class CamelSchema {

  private static final String PLACE = "#/items/definitions/";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RouteLanguage language = new RouteLanguage();
  private final Set<String> languages = names("language.ExpressionDefinition").keySet();
  private final Set<String> here = new TreeSet<>();

  CamelSchema() {
    here.addAll(ClassPath.camels("language"));
    here.addAll(ClassPath.camels("dataFormat"));
    here.add("language");
    // What YAML calls otherwise.
    Map.of("bean", "method", "jackson", "json")
        .forEach(
            (name, inYaml) -> {
              if (here.contains(name)) {
                here.add(inYaml);
              }
            });
  }

  /** What stands at the top of a file. */
  JsonNode entry(String kind) {
    return renamed(language.entry(kind));
  }

  /** All that these entries are made of, by its name. */
  Map<String, ObjectNode> definitions(Collection<String> entries) {
    Map<String, ObjectNode> all = new TreeMap<>();
    Deque<String> open = new ArrayDeque<>();
    entries.forEach(entry -> open.addAll(references(entry(entry))));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (!all.containsKey(name)) {
        all.put(name, plain(name));
        open.addAll(references(all.get(name)));
      }
    }
    expressionsOfSteps(all);
    return all;
  }

  private ObjectNode plain(String name) {
    JsonNode type = language.resolved(camels(name));
    ObjectNode plain = NODES.objectNode();
    for (String field : new String[] {"title", "description", "type", "deprecated"}) {
      if (type.has(field)) {
        plain.set(field, type.get(field));
      }
    }
    if (type.has("items")) {
      plain.set("items", renamed(type.get("items")));
      return plain;
    }
    plain.put("type", "object");
    if (type.has("maxProperties")) {
      plain.set("maxProperties", type.get("maxProperties"));
    }
    Map<String, JsonNode> names = new LinkedHashMap<>(names(name));
    names.entrySet().removeIf(one -> isAway(one.getKey(), one.getValue()));
    if (!names.isEmpty()) {
      ObjectNode properties = plain.putObject("properties");
      names.forEach((property, of) -> properties.set(property, renamed(of)));
    }
    if (language.isClosed(type)) {
      plain.put("additionalProperties", false);
    }
    if (type.has("required")) {
      plain.set("required", type.get("required"));
    }
    if (name.equals("language.ExpressionDefinition")) {
      plain.put("minProperties", 1).put("maxProperties", 1).put("additionalProperties", false);
    }
    return name.startsWith("language.") && takesText(type) ? orText(plain) : plain;
  }

  /** Whether it is a language or a data format whose jar is not on the class path. */
  private boolean isAway(String name, JsonNode type) {
    return type.path("$ref").asText().matches(".*[.](language|dataformat)[.].*")
        && !name.equals("expression")
        && !here.contains(name);
  }

  private static boolean takesText(JsonNode type) {
    for (JsonNode one : type.path("oneOf")) {
      if (one.path("type").asText().equals("string")) {
        return true;
      }
    }
    return false;
  }

  /** As a text alone, too. */
  private static ObjectNode orText(ObjectNode plain) {
    ObjectNode either = NODES.objectNode();
    ArrayNode ways = either.putArray("anyOf");
    ways.addObject().put("type", "string");
    ways.add(plain);
    return either;
  }

  /** Those whose value stands beside a name have it there; of all others it is an expression. */
  private void expressionsOfSteps(Map<String, ObjectNode> all) {
    Set<String> elsewhere = new HashSet<>();
    all.forEach(
        (name, type) -> {
          if (!name.equals("ProcessorDefinition")) {
            elsewhere.addAll(references(type));
          }
        });
    all.get("ProcessorDefinition")
        .path("properties")
        .properties()
        .forEach(
            step -> {
              String name = step.getValue().path("$ref").asText().replace("#/definitions/", "");
              ObjectNode type = all.get(name);
              if (!RouteRules.INLINE.contains(step.getKey())
                  && !elsewhere.contains(name)
                  && type.at("/properties/expression").has("$ref")) {
                ((ObjectNode) type.get("properties")).remove(languages);
              }
            });
  }

  private Map<String, JsonNode> names(String name) {
    return language.names(camels(name));
  }

  private static JsonNode camels(String name) {
    String prefix =
        name.endsWith("Deserializer")
            ? "org.apache.camel.dsl.yaml.deserializers."
            : "org.apache.camel.model.";
    return NODES.objectNode().put("$ref", PLACE + prefix + name);
  }

  static ObjectNode reference(String name) {
    return NODES.objectNode().put("$ref", "#/definitions/" + name);
  }

  private static JsonNode renamed(JsonNode type) {
    if (type.isArray()) {
      ArrayNode all = NODES.arrayNode();
      type.forEach(one -> all.add(renamed(one)));
      return all;
    }
    if (!type.isObject()) {
      return type;
    }
    ObjectNode renamed = NODES.objectNode();
    String of = type.path("type").asText("");
    if (of.equals("boolean") || of.equals("number")) {
      return orPlaceholder((ObjectNode) type, of);
    }
    type.properties()
        .forEach(
            one ->
                renamed.set(
                    one.getKey(),
                    one.getKey().equals("$ref")
                        ? NODES.textNode(
                            one.getValue()
                                .asText()
                                .replaceFirst(
                                    "^#/items/definitions/org[.]apache[.]camel[.]"
                                        + "(model|dsl[.]yaml[.]deserializers)[.]",
                                    "#/definitions/"))
                        : renamed(one.getValue())));
    return renamed;
  }

  private static ObjectNode orPlaceholder(ObjectNode type, String of) {
    ObjectNode either = type.deepCopy();
    either.remove("type");
    ArrayNode ways = either.putArray("anyOf");
    ways.addObject().put("type", of);
    ways.addObject().put("type", "string").put("pattern", "[{][{]");
    return either;
  }

  private static Set<String> references(JsonNode type) {
    Set<String> found = new HashSet<>();
    type.findValuesAsText("$ref")
        .forEach(reference -> found.add(reference.replace("#/definitions/", "")));
    return found;
  }
}
