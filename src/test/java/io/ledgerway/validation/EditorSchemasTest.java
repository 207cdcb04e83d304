package io.ledgerway.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersionDetector;
import io.ledgerway.workbench.Workbench;
import io.ledgerway.yaml.YamlText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas that editors complete and mark by. That of routes is written anew with {@code
 * -Ddocs.write}.
 */
class EditorSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCHEMAS = Path.of("src", "main", "resources", "schemas");
  private static final Path MISTAKES = Path.of("src", "test", "resources", "workbench", "mistakes");

  private static final Map<String, String> BY_ENDING = asDocumented();

  private static final Map<String, JsonSchema> READ = new TreeMap<>();

  /** What can be seen only in other files or in several places, or within an expression. */
  private static final Set<String> NOT_SEEN =
      Set.of(
          "bell-that-nobody-hears",
          "books-that-choose-an-unknown-table",
          "books-that-choose-for-no-source",
          "condition-that-cannot-be-parsed",
          "default-against-its-own-type",
          "duplicate-id",
          "expression-that-cannot-be-parsed",
          "expression-with-an-unknown-function",
          "kind-without-mapping",
          "misspelt-configuration",
          "nowhere",
          "nowhere-in-a-branch",
          "required-setting-that-is-none",
          "route-of-one-bean",
          "source-of-another-folder",
          "template-leads-nowhere",
          "unknown-mapping",
          "unknown-schema",
          "unknown-statement",
          "unknown-template");

  @TempDir Path project;

  @Test
  void the_schema_of_routes_says_what_the_engine_has() throws IOException {
    String text = new RouteSchema(Path.of("routes", "shared")).text();
    Path file = SCHEMAS.resolve("routes.schema.json");
    if (System.getProperty("docs.write") != null) {
      Files.writeString(file, text);
    }

    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void a_schema_is_one(String name) throws IOException {
    JsonNode text = JSON.readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
    JsonSchema schemaOfSchemas =
        JsonSchemaFactory.getInstance(
                SpecVersionDetector.detect(text),
                factory ->
                    factory.schemaMappers(
                        all ->
                            all.mapPrefix("https://json-schema.org", "classpath:")
                                .mapPrefix("http://json-schema.org", "classpath:")))
            .getSchema(
                SchemaLocation.of(text.path("$schema").asText()),
                SchemaValidatorsConfig.builder().build());

    assertThat(schemaOfSchemas.validate(text)).isEmpty();
  }

  /** Which schema is for which files, as docs/editor.md tells editors. */
  private static Map<String, String> asDocumented() {
    Map<String, String> schemas = new LinkedHashMap<>();
    try {
      String page = Files.readString(Path.of("docs", "editor.md"));
      JsonNode settings = JSON.readTree(page.split("```json\n")[1].split("```")[0]);
      settings
          .path("yaml.schemas")
          .properties()
          .forEach(one -> note(schemas, one.getKey(), one.getValue()));
      settings
          .path("json.schemas")
          .forEach(one -> note(schemas, one.path("url").asText(), one.path("fileMatch")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schemas;
  }

  private static void note(Map<String, String> schemas, String file, JsonNode patterns) {
    Path schema = Path.of(file).normalize();
    assertThat(schema).exists().hasParent(SCHEMAS);
    List<JsonNode> all = new ArrayList<>();
    (patterns.isArray() ? patterns : JSON.createArrayNode().add(patterns)).forEach(all::add);
    all.forEach(
        pattern ->
            schemas.put(
                pattern.asText().replaceFirst("^[*]", ""),
                schema.getFileName().toString().replace(".schema.json", "")));
  }

  static Stream<String> schemas() {
    return BY_ENDING.values().stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothing_is_marked_in_what_is_right(Path file) throws IOException {
    assertThat(marked(file)).isEmpty();
  }

  static List<Path> files() throws IOException {
    List<Path> files =
        Stream.of("routes", "mappings", "src/test/resources/workbench/valid")
            .flatMap(folder -> under(Path.of(folder)))
            .toList();
    assertThat(files).hasSizeGreaterThan(60);
    return files;
  }

  @Test
  void nothing_is_marked_in_a_new_source() throws IOException {
    StringWriter said = new StringWriter();
    int code =
        Workbench.execute(
            new PrintWriter(said),
            new PrintWriter(said),
            "new-source",
            "oak",
            "--routes=" + project.resolve("routes"),
            "--mappings=" + project.resolve("mappings"));
    assertThat(code).as(said.toString()).isZero();

    List<Path> files = under(project).toList();
    assertThat(files).hasSizeGreaterThanOrEqualTo(3);
    for (Path file : files) {
      assertThat(marked(file)).as(file.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_marked_that_can_be_seen_in_one_file(String mistake) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : under(MISTAKES.resolve(mistake)).toList()) {
      all.append(marked(file));
    }

    if (NOT_SEEN.contains(mistake)) {
      assertThat(all).isEmpty();
    } else {
      assertThat(all).isNotEmpty();
    }
  }

  /** Those in files for which there are schemas. */
  static List<String> mistakes() throws IOException {
    try (Stream<Path> folders = Files.list(MISTAKES)) {
      return folders
          .filter(folder -> under(folder).findAny().isPresent())
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> under(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(Files::isRegularFile)
          .filter(file -> schemaOf(file) != null)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String schemaOf(Path file) {
    return BY_ENDING.entrySet().stream()
        .filter(one -> file.getFileName().toString().endsWith(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** What an editor marks. */
  private static String marked(Path file) throws IOException {
    YamlText text;
    try {
      text = new YamlText(Files.readString(file));
    } catch (YamlText.Unreadable e) {
      return e.getMessage();
    }
    return read(schemaOf(file)).validate(text.json()).stream()
        .map(wrong -> wrong.getMessage() + "\n")
        .collect(Collectors.joining());
  }

  private static JsonSchema read(String name) throws IOException {
    if (!READ.containsKey(name)) {
      JsonNode text = JSON.readTree(SCHEMAS.resolve(name + ".schema.json").toFile());
      READ.put(
          name,
          JsonSchemaFactory.getInstance(SpecVersionDetector.detect(text))
              .getSchema(
                  text, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build()));
    }
    return READ.get(name);
  }
}
