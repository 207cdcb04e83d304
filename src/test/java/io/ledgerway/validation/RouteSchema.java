package io.ledgerway.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The schema by which editors complete and mark route files: Camel's own of its YAML, as strict as
 * {@link RouteRules} are, with the endpoints that there are and what is shared by all routes.
 */
final class RouteSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final CamelSchema camel = new CamelSchema();
  private final EndpointSchema endpoints = new EndpointSchema();
  private final RouteFolder shared;
  private final ObjectNode definitions = NODES.objectNode();

  /**
   * @param shared the folder of what all routes share
   */
  RouteSchema(Path shared) {
    this.shared = RouteFolder.read(shared, new Mistakes());
  }

  /** One definition a line, so that a change can be read. */
  String text() throws JsonProcessingException {
    camel.definitions(RouteRules.ENTRIES).forEach(definitions::set);
    for (String sends : List.of("To", "ToDynamic", "WireTap", "Poll")) {
      EndpointSchema.put(definition(sends), "step");
    }
    EndpointSchema.put(definition("From"), "beginning");
    for (String inOneLine : List.of("To", "ToDynamic")) {
      ObjectNode either = NODES.objectNode();
      either.putArray("anyOf").add(CamelSchema.reference("step")).add(definition(inOneLine));
      definitions.set(inOneLine + "Definition", either);
    }
    endpoints.definitions().forEach(definitions::set);
    ((ObjectNode) definition("SetHeader").at("/properties/name"))
        .put("pattern", "^(?!Camel)")
        .put(
            "patternErrorMessage",
            "Such a header is a command to a component. Write it as an option of the endpoint, or"
                + " use a variable.");
    constant();
    require(definition("Route"), "id", "description", "routeConfigurationId", "from");
    routeOfTemplate();
    templatedRoute();
    suggest(definition("Route"), "routeConfigurationId", shared.names("routeConfiguration"));
    return written();
  }

  private ObjectNode definition(String name) {
    return (ObjectNode) definitions.get(name + "Definition");
  }

  private void constant() {
    JsonNode ways = definitions.get("language.ConstantExpression").path("anyOf");
    for (JsonNode text : List.of(ways.get(0), ways.at("/1/properties/expression"))) {
      ((ObjectNode) text)
          .put("pattern", "^(?!.*[$][{])")
          .put("patternErrorMessage", "A constant computes nothing. Write 'simple' instead.");
    }
  }

  /** Its id and description are the template's. */
  private void routeOfTemplate() {
    ObjectNode route = definition("Route").deepCopy();
    require(route, "routeConfigurationId", "from");
    definitions.set("RouteOfTemplate", route);
    suggest(route, "routeConfigurationId", shared.names("routeConfiguration"));
    ObjectNode template = definition("RouteTemplate");
    require(template, "id", "description", "route");
    ((ObjectNode) template.get("properties"))
        .set("route", CamelSchema.reference("RouteOfTemplate"));
  }

  private void templatedRoute() {
    ObjectNode use = definition("TemplatedRoute");
    require(use, "routeTemplateRef", "routeId");
    TreeMap<String, JsonNode> templates = new TreeMap<>();
    shared
        .all("routeTemplate")
        .forEach(template -> templates.put(template.text("id"), template.body()));
    suggest(use, "routeTemplateRef", templates.keySet());
    ArrayNode byTemplate = use.putArray("allOf");
    templates.forEach(
        (name, template) -> {
          ObjectNode when = byTemplate.addObject();
          when.putObject("if")
              .put("type", "object")
              .<ObjectNode>set("required", NODES.arrayNode().add("routeTemplateRef"))
              .putObject("properties")
              .putObject("routeTemplateRef")
              .put("const", name);
          when.set("then", parameters(template.path("parameters")));
        });
  }

  private static ObjectNode parameters(JsonNode declared) {
    ObjectNode then = NODES.objectNode();
    ObjectNode list = then.putObject("properties").putObject("parameters");
    ObjectNode name =
        list.putObject("items").putObject("properties").putObject("name").put("type", "string");
    ArrayNode names = name.putArray("enum");
    ArrayNode said = name.putArray("markdownEnumDescriptions");
    ArrayNode needed = NODES.arrayNode();
    for (JsonNode one : declared) {
      names.add(one.path("name").asText());
      said.add(one.path("description").asText());
      if (RouteRules.isNeeded(one)) {
        needed
            .addObject()
            .putObject("contains")
            .<ObjectNode>set("required", NODES.arrayNode().add("name"))
            .putObject("properties")
            .putObject("name")
            .put("const", one.path("name").asText());
      }
    }
    if (!needed.isEmpty()) {
      list.set("allOf", needed);
      then.putArray("required").add("parameters");
    }
    return then;
  }

  /** Names that there are in any case; there may be others. */
  private static void suggest(ObjectNode of, String property, Set<String> names) {
    ObjectNode type = (ObjectNode) of.path("properties").path(property);
    ArrayNode known = type.putArray("anyOf").addObject().putArray("enum");
    new TreeSet<>(names).forEach(known::add);
    ((ArrayNode) type.get("anyOf")).addObject().put("type", "string");
  }

  private static void require(ObjectNode of, String... names) {
    ArrayNode required = of.putArray("required");
    List.of(names).forEach(required::add);
  }

  private String written() throws JsonProcessingException {
    ObjectNode entries = NODES.objectNode().put("type", "object");
    entries.put("minProperties", 1).put("maxProperties", 1).put("additionalProperties", false);
    ObjectNode properties = entries.putObject("properties");
    for (String entry : new TreeSet<>(RouteRules.ENTRIES)) {
      properties.set(entry, camel.entry(entry));
    }
    Set<String> lines = new LinkedHashSet<>();
    lines.add("\"$schema\": \"http://json-schema.org/draft-07/schema#\"");
    lines.add("\"$id\": \"https://ledgerway.io/schemas/routes.schema.json\"");
    lines.add("\"title\": \"Routes, *.camel.yaml\"");
    lines.add("\"$comment\": \"Written by EditorSchemasTest.\"");
    lines.add("\"type\": \"array\"");
    lines.add("\"items\": " + JSON.writeValueAsString(entries));
    TreeMap<String, JsonNode> sorted = new TreeMap<>();
    definitions.properties().forEach(one -> sorted.put(one.getKey(), one.getValue()));
    lines.add(
        "\"definitions\": {\n"
            + sorted.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\": " + one.getValue())
                .collect(Collectors.joining(",\n"))
            + "\n}");
    return "{\n" + String.join(",\n", lines) + "\n}\n";
  }
}
