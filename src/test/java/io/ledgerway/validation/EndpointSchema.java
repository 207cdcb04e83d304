package io.ledgerway.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of the schema of routes that is about endpoints: ours with their steps, Camel's that are
 * on the class path, each with its options, as {@link KnownEndpoints} has them.
 */
final class EndpointSchema {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String BEGINNING = "work:due";
  private static final String COMPUTED = "[^?]*([$][{]|[{][{])";

  private final KnownEndpoints known = new KnownEndpoints();
  private final Map<String, Set<String>> ours = new TreeMap<>();
  private final Map<String, JsonNode> camels = new TreeMap<>();
  private final Map<String, ObjectNode> definitions = new TreeMap<>();

  EndpointSchema() {
    known.schemes().stream()
        .filter(known::isOurs)
        .forEach(scheme -> ours.put(scheme, known.steps(scheme)));
    ClassPath.camels("component")
        .forEach(scheme -> known.camels(scheme).ifPresent(found -> camels.put(scheme, found)));
    definitions.put("uri", uri());
    Set<String> steps =
        new TreeSet<>(Set.of("direct:a-route", "mapping:a-source/a-mapping", "sql:classpath:sql/"));
    ours.forEach((scheme, all) -> all.forEach(step -> steps.add(scheme + ":" + step)));
    // What can be called only is no beginning of a route.
    steps.remove(BEGINNING);
    suggest("step", steps);
    withoutOptions("step");
    suggest(
        "beginning", Set.of(BEGINNING, "direct:a-route", "kafka:a-topic", "quartz:engine/a-name"));
    withoutOptions("beginning");
    definitions.put("parameters", parameters());
  }

  Map<String, ObjectNode> definitions() {
    return definitions;
  }

  /** Others may stand there, too. */
  private void suggest(String name, Set<String> uris) {
    ObjectNode type = NODES.objectNode();
    ArrayNode suggested = type.putArray("anyOf").addObject().putArray("enum");
    new TreeSet<>(uris).forEach(suggested::add);
    ((ArrayNode) type.get("anyOf")).addObject().put("type", "string");
    type.putArray("allOf").add(CamelSchema.reference("uri"));
    definitions.put(name, type);
  }

  private void withoutOptions(String name) {
    ObjectNode type = NODES.objectNode();
    with(type, "pattern", "^[^?]*$", "Write the options as 'parameters' below the uri.");
    type.putArray("allOf").add(CamelSchema.reference(name));
    definitions.put(name + "WithoutOptions", type);
  }

  /**
   * Lets what has an endpoint know of them.
   *
   * @param place {@code step} or {@code beginning}
   */
  static void put(ObjectNode definition, String place) {
    ObjectNode uri = (ObjectNode) definition.at("/properties/uri");
    uri.setAll(CamelSchema.reference(place + "WithoutOptions"));
    definition.putArray("allOf").add(CamelSchema.reference("parameters"));
  }

  /** With its options, as a step in one line has it. */
  private ObjectNode uri() {
    ObjectNode uri = NODES.objectNode().put("type", "string");
    ArrayNode rules = uri.putArray("allOf");
    Set<String> schemes = new TreeSet<>(ours.keySet());
    schemes.addAll(camels.keySet());
    schemes.add("mapping");
    with(
        rules.addObject(),
        "pattern",
        "^((" + String.join("|", schemes) + ")(:|$)|" + COMPUTED + ")",
        "There is no such component here.");
    ours.forEach(
        (scheme, steps) ->
            when(
                rules,
                scheme,
                "^" + scheme + ":(" + String.join("|", steps(scheme, steps)) + ")$|^" + COMPUTED,
                "'%s' has no such step, or the step no such option. It has %s."
                    .formatted(scheme, String.join("; ", said(scheme, steps)))));
    camels.forEach(
        (scheme, component) -> {
          if (!isLenient(component)) {
            when(
                rules,
                scheme,
                "^" + scheme + ":[^?]*" + query(patterns(component)) + "$|^" + COMPUTED,
                "'" + scheme + "' has no such option.");
          }
        });
    return uri;
  }

  private List<String> steps(String scheme, Set<String> steps) {
    return alike(scheme, steps).entrySet().stream()
        .map(one -> "(" + String.join("|", one.getValue()) + ")" + query(one.getKey()))
        .toList();
  }

  /** Steps by the options that they have. */
  private Map<Set<String>, List<String>> alike(String scheme, Set<String> steps) {
    Map<Set<String>, List<String>> alike = new TreeMap<>(Comparator.comparing(Set::toString));
    steps.forEach(
        step ->
            alike
                .computeIfAbsent(known.options(scheme, step), options -> new ArrayList<>())
                .add(step));
    return alike;
  }

  private static String query(Set<String> options) {
    return options.isEmpty() ? "" : "([?]((" + String.join("|", options) + ")=[^&]*(&|$))*)?";
  }

  private List<String> said(String scheme, Set<String> steps) {
    return alike(scheme, steps).entrySet().stream()
        .map(
            one ->
                String.join(", ", one.getValue())
                    + (one.getKey().isEmpty() ? "" : " with " + String.join(", ", one.getKey())))
        .toList();
  }

  private static void when(ArrayNode rules, String scheme, String pattern, String message) {
    ObjectNode rule = rules.addObject();
    rule.putObject("if").put("pattern", "^" + scheme + ":");
    with(rule.putObject("then"), "pattern", pattern, message);
  }

  private static ObjectNode with(ObjectNode type, String keyword, String pattern, String message) {
    return type.put(keyword, pattern).put("patternErrorMessage", message);
  }

  /** By its uri, what stands below it. */
  private ObjectNode parameters() {
    ObjectNode all = NODES.objectNode();
    ArrayNode rules = all.putArray("allOf");
    ours.forEach(
        (scheme, steps) ->
            alike(scheme, steps)
                .forEach(
                    (options, alike) -> {
                      ObjectNode known = NODES.objectNode();
                      options.forEach(option -> known.set(option, anyValue()));
                      String some = steps.size() == alike.size() ? "" : "-" + alike.get(0);
                      below(
                          rules,
                          options.isEmpty() ? "no-options" : "options-of-" + scheme + some,
                          "^" + scheme + ":(" + String.join("|", alike) + ")$",
                          known,
                          NODES.objectNode());
                    }));
    camels.forEach(
        (scheme, component) -> {
          ObjectNode options = NODES.objectNode();
          ObjectNode prefixed = NODES.objectNode();
          component
              .path("properties")
              .properties()
              .forEach(
                  option -> {
                    if (option.getValue().path("kind").asText().equals("parameter")) {
                      options.set(option.getKey(), type(option.getValue()));
                      if (option.getValue().path("multiValue").asBoolean()) {
                        prefixed.set(
                            "^" + option.getValue().path("prefix").asText().replace(".", "[.]"),
                            anyValue());
                      }
                    }
                  });
          if (isLenient(component)) {
            prefixed.set("", anyValue());
          }
          below(rules, "options-of-" + scheme, "^" + scheme + ":", options, prefixed);
        });
    return all;
  }

  private void below(
      ArrayNode rules, String name, String uri, ObjectNode options, ObjectNode prefixed) {
    ObjectNode type = NODES.objectNode().put("type", "object");
    type.set("properties", options);
    if (!prefixed.isEmpty()) {
      type.set("patternProperties", prefixed);
    }
    type.put("additionalProperties", false);
    definitions.put(name, type);
    ObjectNode rule = rules.addObject();
    rule.putObject("if")
        .put("type", "object")
        .<ObjectNode>set("required", NODES.arrayNode().add("uri"))
        .putObject("properties")
        .putObject("uri")
        .put("pattern", uri);
    rule.putObject("then").putObject("properties").set("parameters", CamelSchema.reference(name));
  }

  private static boolean isLenient(JsonNode component) {
    return component.path("component").path("lenientProperties").asBoolean();
  }

  private static Set<String> patterns(JsonNode component) {
    Set<String> options = new TreeSet<>();
    component
        .path("properties")
        .properties()
        .forEach(
            option -> {
              options.add(option.getKey());
              if (option.getValue().path("multiValue").asBoolean()) {
                options.add(
                    option.getValue().path("prefix").asText().replace(".", "[.]") + "[^=&]*");
              }
            });
    return options;
  }

  private static ObjectNode anyValue() {
    ObjectNode any = NODES.objectNode();
    any.putArray("type").add("string").add("number").add("boolean");
    return any;
  }

  /** As the component says; any may be a placeholder or name a bean. */
  private static ObjectNode type(JsonNode option) {
    ObjectNode type = NODES.objectNode();
    for (String field : new String[] {"description", "default"}) {
      if (option.has(field.equals("default") ? "defaultValue" : field)) {
        type.set(field, option.get(field.equals("default") ? "defaultValue" : field));
      }
    }
    if (option.path("deprecated").asBoolean()) {
      type.put("deprecationMessage", "Deprecated.");
    }
    switch (option.path("type").asText()) {
      case "boolean" -> {
        ArrayNode ways = type.putArray("anyOf");
        ways.addObject().put("type", "boolean");
        ways.addObject().put("pattern", "^(true|false|#.*|.*[{][{].*)$").put("type", "string");
      }
      case "integer" -> {
        ArrayNode ways = type.putArray("anyOf");
        ways.addObject().put("type", "integer");
        ways.addObject().put("pattern", "^(-?[0-9]+|#.*|.*[{][{].*)$").put("type", "string");
      }
      case "enum" -> {
        ArrayNode ways = type.putArray("anyOf");
        ways.addObject().set("enum", option.path("enum"));
        ways.addObject().put("pattern", "^(#.*|.*[{][{].*)$").put("type", "string");
      }
      default -> type.setAll(anyValue());
    }
    return type;
  }
}
