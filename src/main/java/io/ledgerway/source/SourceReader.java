package io.ledgerway.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.ledgerway.problem.Mistake;
import io.ledgerway.source.Source.Kind;
import io.ledgerway.source.Source.Secret;
import io.ledgerway.yaml.YamlShape;
import io.ledgerway.yaml.YamlText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** Reads one source's file and finds all that is wrong with it. Used once. */
final class SourceReader {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DOCUMENTED = "docs/new-source.md says what stands in source.yaml";
  private static final YamlShape SHAPE = new YamlShape("/schemas/source.schema.json", DOCUMENTED);

  private final Path file;
  private final Path mappings;
  private final List<Mistake> mistakes = new ArrayList<>();
  private YamlText yaml;

  /**
   * @param mappings the folder of mappings: each kind has one of its name there
   */
  SourceReader(Path file, Path mappings) {
    this.file = file;
    this.mappings = mappings;
  }

  /**
   * @throws SourceMistakes when it cannot be used
   */
  Source read() {
    yaml = SHAPE.read(file, mistakes::add);
    if (mistakes.isEmpty()) {
      checkNames();
      checkDefaults();
      checkReceipts();
    }
    if (!mistakes.isEmpty()) {
      throw new SourceMistakes(mistakes);
    }
    return source();
  }

  private void checkNames() {
    String folder = file.toAbsolutePath().getParent().getFileName().toString();
    String name = yaml.json().path("source").asText();
    if (!name.equals(folder)) {
      tell("/source", "'" + name + "' must be the name of its folder, '" + folder + "'");
    }
    yaml.json()
        .path("kinds")
        .fieldNames()
        .forEachRemaining(
            kind -> {
              Path mapping = mappings.resolve(name).resolve(kind + ".jsonata");
              if (!Files.exists(mapping)) {
                tell("/kinds/" + kind, "there is no mapping " + mapping);
              }
              JsonNode said = yaml.json().path("kinds").path(kind);
              if (said.path("resource").asText().equals("Payments")
                  && said.path("afterPosting").asText().equals("update")) {
                tell(
                    "/kinds/" + kind + "/afterPosting",
                    "Xero lets nobody change a payment: refuse or replace");
              }
            });
    yaml.json()
        .path("settings")
        .path("required")
        .forEach(
            required -> {
              if (!yaml.json().at("/settings/properties").has(required.asText())) {
                tell("/settings/required", "there is no setting '" + required.asText() + "'");
              }
            });
  }

  private void checkDefaults() {
    yaml.json()
        .at("/settings/properties")
        .fields()
        .forEachRemaining(
            property -> {
              JsonNode otherwise = property.getValue().get("default");
              if (otherwise != null) {
                schema(property.getValue())
                    .validate(otherwise)
                    .forEach(
                        wrong ->
                            tell(
                                "/settings/properties/" + property.getKey() + "/default",
                                spoken(wrong.getMessage())));
              }
            });
  }

  /** Which receipts follow is the company's to choose, and nobody's who did not. */
  private void checkReceipts() {
    JsonNode setting = yaml.json().at("/settings/properties/receipts");
    if (yaml.json().has("receipts")
        && !(texts(setting.path("enum")).equals(List.of("NONE", "RECEIPTS", "ALL"))
            && setting.path("default").asText().equals("NONE"))) {
      tell(
          "/receipts",
          "the companies choose by a setting 'receipts': enum [NONE, RECEIPTS, ALL], default NONE");
    }
  }

  /** The keywords that are ours say something to us and to forms, and judge nothing. */
  private static final JsonSchemaFactory WITH_OURS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.metaSchema(
                  JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                      .keyword(new NonValidationKeyword("accountTypes"))
                      .keyword(new NonValidationKeyword("missing"))
                      .build()));

  static JsonSchema schema(JsonNode schema) {
    return WITH_OURS.getSchema(
        schema,
        SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .pathType(PathType.JSON_POINTER)
            .build());
  }

  private Source source() {
    JsonNode json = yaml.json();
    JsonNode settings =
        json.has("settings")
            ? json.get("settings")
            : JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
    return new Source(
        json.get("source").asText(),
        json.get("title").asText(),
        each(json.path("kinds"), SourceReader::kind),
        each(settings.path("properties"), (name, node) -> choice(name, node, "SETTING_MISSING")),
        settings,
        each(json.path("tables"), (name, node) -> choice(name, node, "NOT_IN_TABLE")),
        each(
            json.path("secrets"),
            (name, node) ->
                new Secret(node.get("title").asText(), node.path("description").asText(null))),
        texts(json.at("/receipts/hosts")),
        UUID.nameUUIDFromBytes(yaml.text().getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static Kind kind(String name, JsonNode node) {
    return new Kind(
        node.get("noun").asText(),
        node.get("resource").asText(),
        node.get("afterPosting").asText());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }

  private static Choice choice(String name, JsonNode node, String code) {
    return new Choice(
        name,
        node.get("title").asText(),
        node.path("noun").asText(node.get("title").asText()),
        Choice.recordKind(node.path("format").asText(null)),
        texts(node.path("accountTypes")),
        node.has("default") ? JSON.convertValue(node.get("default"), Object.class) : null,
        node.path("missing").asText(code));
  }

  private static <T> Map<String, T> each(JsonNode object, BiFunction<String, JsonNode, T> make) {
    Map<String, T> all = new LinkedHashMap<>();
    object
        .fields()
        .forEachRemaining(
            field -> all.put(field.getKey(), make.apply(field.getKey(), field.getValue())));
    return java.util.Collections.unmodifiableMap(all);
  }

  private void tell(String pointer, String what) {
    mistakes.add(yaml.place(pointer).mistake(file, what, DOCUMENTED));
  }

  private static String spoken(String message) {
    return message.startsWith(": ") ? message.substring(2) : message;
  }
}
