package io.ledgerway.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

class WorkbenchTest {

  private static final Path VALID = Path.of("src", "test", "resources", "workbench", "valid");
  private static final String OUT = "mappings/acorn/charge/one.out.json";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path project;

  @BeforeEach
  void copy() throws IOException {
    FileSystemUtils.copyRecursively(VALID, project);
  }

  @Test
  void what_is_right_ends_with_0() {
    assertThat(run("validate")).isZero();
    assertThat(out).hasToString("Nothing is wrong.\n");
  }

  @Test
  void a_mistake_ends_with_1_and_is_told_as_text_as_json_and_for_github() throws IOException {
    edit("routes/acorn/charges.camel.yaml", "one-record", "one-recrod");

    assertThat(run("validate")).isEqualTo(1);
    assertThat(out.toString())
        .endsWith(
            "charges.camel.yaml:13:27: there is no route configuration 'one-recrod'. Did you mean"
                + " 'one-record'?\n1 mistake.\n");

    assertThat(run("validate", "--format", "json")).isEqualTo(1);
    var json = new ObjectMapper().readTree(out.toString());
    assertThat(json).hasSize(1);
    assertThat(json.get(0).get("line").asInt()).isEqualTo(13);
    assertThat(json.get(0).get("column").asInt()).isEqualTo(27);

    assertThat(run("validate", "--format", "github")).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("::error file=")
        .contains(",line=13,col=27::there is no route configuration");
  }

  @Test
  void a_case_that_comes_out_otherwise_is_told_field_by_field() throws IOException {
    assertThat(run("test")).isZero();
    assertThat(out).hasToString("2 cases, 0 wrong.\n");

    edit("mappings/acorn/charge.jsonata", "\"Quantity\": 1", "\"Quantity\": 2");
    edit(OUT, "453", "493");

    assertThat(run("test")).isEqualTo(1);
    assertThat(out)
        .hasToString(
            """
            acorn/charge/one
              LineItems[0].Quantity: expected 1, made 2
              LineItems[0].AccountCode: expected "493", made "453"
            2 cases, 1 wrong.
            """);
    assertThat(run("test", "acorn/ledger")).isZero();
  }

  @Test
  void a_new_case_is_written_when_asked_for_and_not_before() throws IOException {
    String before = Files.readString(project.resolve(OUT));
    Files.delete(project.resolve(OUT));

    assertThat(run("test")).isEqualTo(1);
    assertThat(out.toString()).contains("nothing says what must come of it");
    assertThat(project.resolve(OUT)).doesNotExist();

    assertThat(run("test", "--write")).isZero();
    assertThat(Files.readString(project.resolve(OUT))).isEqualTo(before);
    assertThat(run("test")).isZero();
  }

  @Test
  void a_case_has_books_of_its_own() throws IOException {
    Files.writeString(
        project.resolve("mappings/acorn/charge/one.books.yaml"),
        "contacts:\n  con-ada: null\nchosen:\n  acorn: { services: { mail: acc-office } }\n");

    assertThat(run("test", "acorn/charge")).isEqualTo(1);
    assertThat(out.toString()).contains("expected the other", "CONTACT_NOT_FOUND");
  }

  @Test
  void a_mapping_that_is_broken_and_books_that_are_say_where() throws IOException {
    edit("mappings/acorn/charge.jsonata", "\"Quantity\": 1,", "\"Quantity\": 1,,");
    assertThat(run("test")).isEqualTo(1);
    assertThat(out.toString()).contains("charge.jsonata:4:19");

    edit("mappings/books.yaml", "company: acme", "company: [acme");
    assertThat(run("test")).isEqualTo(3);
    assertThat(err.toString()).contains("books.yaml:2:13");
  }

  @Test
  void recorded_events_are_replayed_through_a_change_without_an_engine() throws IOException {
    Files.createDirectories(project.resolve("recorded"));
    String event =
        Files.readString(project.resolve("mappings/acorn/charge/one.in.json")).replace('\n', ' ');
    Files.writeString(
        project.resolve("recorded/some.ndjson"),
        event + "\n" + event.replace("ada@acme.example", "nobody@acme.example") + "\n");
    edit(
        "mappings/books.yaml",
        "company: acme",
        "company: acme\nchosen: { acorn: { services: { mail: acc-office } } }");
    edit(
        "mappings/acorn/charge.jsonata",
        "\"Type\": \"ACCPAY\",",
        "\"Type\": \"ACCPAY\", \"Status\": \"AUTHORISED\", \"DueDate\": date, \"LineAmountTypes\":"
            + " \"NoTax\", \"Url\": $documentUrl(), \"CurrencyCode\": \"NZD\",");
    FileSystemUtils.copyRecursively(project.resolve("mappings"), project.resolve("before"));
    String[] replay = {
      "replay",
      "--events",
      project.resolve("recorded").toString(),
      "--source",
      "acorn",
      "--before",
      project.resolve("before").toString()
    };
    assertThat(run(replay)).as(err.toString()).isZero();
    assertThat(out.toString())
        .endsWith(
            "2 events: 0 different, 0 would be held, 0 released, 0 held for other reasons, 2 the"
                + " same.\n");

    edit(
        "mappings/acorn/charge.jsonata",
        "\"Quantity\": 1",
        "\"Quantity\": 1.0, \"ItemCode\": \"x\"");
    assertThat(run(replay)).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("charge some.ndjson:1: DIFFERENT\n")
        .contains("  LineItems[0].ItemCode: now nothing, then \"x\"\n")
        .endsWith(
            "2 events: 1 different, 0 would be held, 0 released, 0 held for other reasons, 1 the"
                + " same.\n");

    edit("mappings/acorn/charge.jsonata", "$contactByEmail(", "$contactByEmail(\"x\" & ");
    assertThat(run(replay)).isEqualTo(1);
    assertThat(out.toString()).contains("1 would be held").contains("  CONTACT_NOT_FOUND ");
    assertThat(run("replay", "--events", project.resolve("recorded").toString())).isEqualTo(2);
  }

  @Test
  void a_new_source_is_right_from_the_beginning_and_touches_nothing() throws IOException {
    for (String folder : List.of("routes", "mappings")) {
      FileSystemUtils.deleteRecursively(project.resolve(folder));
      FileSystemUtils.copyRecursively(Path.of(folder), project.resolve(folder));
    }
    assertThat(run("new-source", "oak", "--kind", "fee", "--title", "Oak & Sons"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("routes/oak/source.yaml", "mappings/oak/fee.jsonata", "fee/one.out.json");
    assertThat(Files.readString(project.resolve("mappings/oak/fee/one.out.json")))
        .contains("\"Description\" : \"Oak & Sons: mail\"", "\"AccountCode\" : \"429\"");

    assertThat(run("validate")).as(out.toString()).isZero();
    assertThat(run("test")).as(out.toString()).isZero();
    assertThat(run("new-source", "oak")).isEqualTo(2);
    assertThat(run("new-source", "../oak")).isEqualTo(2);
    assertThat(run("new-source", "elm", "--title", "x: [")).isEqualTo(2);
  }

  @Test
  void wrong_options_end_with_2_and_no_such_case_with_1() {
    assertThat(run("validate", "--fromat", "json")).isEqualTo(2);
    assertThat(err.toString()).contains("--fromat");
    assertThat(run("test", "oak")).isEqualTo(1);
    assertThat(out.toString()).startsWith("There is no such case");
  }

  @Test
  void settings_of_the_engine_are_no_commands() {
    assertThat(Workbench.isMeant()).isFalse();
    assertThat(Workbench.isMeant("--server.port=8080")).isFalse();
    assertThat(Workbench.isMeant("validate")).isTrue();
    assertThat(Workbench.isMeant("--help")).isTrue();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--routes=" + project.resolve("routes"));
    all.add("--mappings=" + project.resolve("mappings"));
    CommandLine line = Workbench.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return line.execute(all.toArray(String[]::new));
  }

  private void edit(String file, String what, String by) throws IOException {
    Path path = project.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(what);
    Files.writeString(path, text.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by)));
  }
}
