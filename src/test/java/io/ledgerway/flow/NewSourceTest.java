package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.Topic;
import io.ledgerway.mapping.MappingProblems;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Contact;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that nobody knows, made of nothing but the files of docs/new-source.md. */
class NewSourceTest {

  private static final Path PAGE = Path.of("docs", "new-source.md");
  private static final Pattern FILE =
      Pattern.compile("(?ms)^`((?:routes|mappings)/[^`]+)`$\\n\\n^```\\w+$\\n(.*?)^```$");
  private static final Pattern CALLS = Pattern.compile("(?ms)^```sh$\\n(.*?)^```$");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private String page;

  @BeforeEach
  void write() throws IOException {
    for (String general :
        List.of("routes/shared", "routes/xero", "mappings/shared", "mappings/xero")) {
      copy(Path.of(general), folder.resolve(general));
    }
    page = Files.readString(PAGE);
    Matcher file = FILE.matcher(page);
    int lines = 0;
    while (file.find()) {
      Path path = folder.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
      // Another one beside it, for a source is rarely alone.
      Path other = folder.resolve(file.group(1).replace("acorn", "oak"));
      Files.createDirectories(other.getParent());
      Files.writeString(other, file.group(2).replace("acorn", "oak").replace("Acorn", "Oak"));
      lines += path.toString().endsWith(".yaml") ? file.group(2).split("\n").length : 0;
    }
    assertThat(lines).as("lines of YAML").isBetween(20, 60);
  }

  @Test
  void its_golden_case_comes_out() throws IOException {
    Books books =
        Books.of("acme")
            .currency("NZD")
            .contact(new Contact("con-ada", "Ada Lovelace", "ada@acme.example", true))
            .build();
    Path cases = folder.resolve("mappings/acorn/charge");

    List<?> problems = List.of();
    try {
      mappings(books)
          .mapAgainst(
              books,
              "acorn/charge",
              Files.readString(cases.resolve("unknown-service.in.json")),
              null,
              null);
    } catch (MappingProblems found) {
      problems = found.problems();
    }

    JsonNode expected = JSON.readTree(cases.resolve("unknown-service.problems.json").toFile());
    assertThat((JsonNode) JSON.valueToTree(problems)).isEqualTo(expected);
  }

  @Test
  void it_is_set_up_posted_once_held_healed_by_filling_its_table_and_told() throws Exception {
    Engine shared = Engine.shared();
    shared.around.kafka().addTopic("acorn.charges", 1);
    shared.around.kafka().addTopic("acorn.outcomes", 1);
    shared.around.kafka().addTopic("oak.charges", 1);
    shared.around.kafka().addTopic("oak.outcomes", 1);
    Surroundings around = shared.around.with(shared.around.kafka());
    Organisation organisation = shared.switches().addOrganisation("Books of acorns", "NZ");
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    try (EngineProcess engine =
        around
            .engine("engine-new-source")
            .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .argument("--ledgerway.routes-dir=" + folder.resolve("routes"))
            .argument("--ledgerway.mappings-dir=" + folder.resolve("mappings"))
            .start()) {
      EngineApi api = around.api(engine);
      api.putCompany("grove", Map.of("name", "Grove Ltd"));
      api.connect("grove", organisation.clientId(), organisation.clientSecret());
      CompanySetUp.awaitImport(api, "grove");
      CompanySetUp.importExpenses(api, "grove", books.employees().get(0));
      assertThat(api.get("/sources")).hasSize(2);
      String account = accountCode(api);
      List<String> calls = calls(account);

      assertThat(run(calls.get(0), around, engine)).contains("\"wording\":\"Acorn\"");
      String event =
          """
          {"id": "c-1", "version": 1, "company": "grove", "date": "%s", "currency": "NZD",
           "supplier": "%s", "service": "mail", "amount": 12.50}
          """
              .formatted(java.time.LocalDate.now(Clock.systemUTC()), books.employees().get(0));
      shared.expenses.sendNow(new ProducerRecord<>("acorn.charges", "grove", event));
      shared.expenses.sendNow(new ProducerRecord<>("acorn.charges", "grove", event));
      awaitSummary(api, Map.of("HELD", 1L));
      assertThat(api.postings("grove", "HELD").get(0).at("/problems/0/code").asText())
          .isEqualTo("NOT_IN_TABLE");

      assertThat(run(calls.get(1), around, engine)).contains("mail");
      awaitSummary(api, Map.of("POSTED", 1L));

      JsonNode bills =
          XeroClient.of(around.sandbox().uri(), organisation)
              .get("Invoices?page=1&pageSize=1000")
              .get("Invoices");
      assertThat(bills)
          .filteredOn(bill -> bill.path("LineItems").toString().contains("Acorn: mail"))
          .singleElement()
          .satisfies(
              bill -> {
                assertThat(bill.get("Total").decimalValue()).isEqualByComparingTo("12.50");
                assertThat(bill.at("/LineItems/0/AccountCode").asText()).isEqualTo(account);
              });
      Awaitility.await("both outcomes, in order")
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertThat(outcomes(around)).containsExactly("c-1 HELD", "c-1 POSTED"));

      api.put("/companies/grove/sources/acorn", Map.of("enabled", false));
      shared.expenses.sendNow(
          new ProducerRecord<>("acorn.charges", "grove", event.replace("c-1", "c-2")));
      awaitSummary(api, Map.of("POSTED", 1L, "HELD", 1L));
      assertThat(api.postings("grove", "HELD").get(0).at("/problems/0/code").asText())
          .isEqualTo("SOURCE_OFF");
      api.put("/companies/grove/sources/acorn", Map.of("enabled", true));
      awaitSummary(api, Map.of("POSTED", 2L));
      assertThat(api.get("/companies/grove/sources/acorn/polls"))
          .as("what sends by itself is not asked")
          .isEmpty();

      api.put("/companies/grove/sources/acorn", Map.of("enabled", true, "account", "acorn-7"));
      shared.expenses.sendNow(
          new ProducerRecord<>(
              "acorn.charges",
              "acorn-7",
              event.replace("c-1", "c-3").replace("\"grove\"", "\"acorn-7\"")));
      awaitSummary(api, Map.of("POSTED", 3L));
      shared.expenses.sendNow(
          new ProducerRecord<>("acorn.charges", "grove", event.replace("c-1", "c-4")));
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(api.deadLetters())
                      .filteredOn(letter -> letter.path("sourceId").asText().equals("c-4"))
                      .extracting(letter -> letter.get("code").asText())
                      .containsExactly("UNKNOWN_COMPANY"));
      Awaitility.await("the outcome under the account")
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(Topic.readAll(around.kafka(), "acorn.outcomes"))
                      .filteredOn(each -> each.value().contains("c-3"))
                      .singleElement()
                      .satisfies(
                          each -> {
                            assertThat(each.key()).isEqualTo("acorn-7");
                            assertThat(JSON.readTree(each.value()).get("company").asText())
                                .isEqualTo("acorn-7");
                          }));
    }
  }

  private static void awaitSummary(EngineApi api, Map<String, Long> expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(api.summary("grove"))
                    .as(api.deadLetters().toString())
                    .isEqualTo(expected));
  }

  private static List<String> outcomes(Surroundings around) throws IOException {
    List<String> told = new ArrayList<>();
    for (var each : Topic.readAll(around.kafka(), "acorn.outcomes")) {
      JsonNode outcome = JSON.readTree(each.value());
      told.add(outcome.get("id").asText() + " " + outcome.get("outcome").asText());
    }
    return told;
  }

  private static String accountCode(EngineApi api) {
    for (JsonNode account :
        api.get("/companies/grove/reference-data/account?active=true").get("items")) {
      if (account.at("/detail/type").asText().equals("EXPENSE")) {
        return account.get("code").asText();
      }
    }
    throw new AssertionError("no expense account");
  }

  private List<String> calls(String account) {
    List<String> calls = new ArrayList<>();
    Matcher call = CALLS.matcher(page);
    while (call.find()) {
      calls.add(call.group(1).replace("<code of an account>", account));
    }
    return calls;
  }

  private static String run(String calls, Surroundings around, EngineProcess engine)
      throws Exception {
    String script =
        """
        set -euo pipefail
        KEY="X-API-Key: %s"
        JSON="Content-Type: application/json"
        api=%s/api/v1/companies/grove
        curl() { command curl --silent --show-error --fail-with-body "$@"; echo; }
        %s
        """
            .formatted(around.settings().apiKey(), engine.uri(), calls);
    Process shell = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    shell.getOutputStream().close();
    String told = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as("%s%n%s", calls, told).isZero();
    return told;
  }

  private Mappings mappings(Books books) {
    return new Mappings(
        folder.resolve("mappings"),
        new Sources(folder.resolve("routes"), folder.resolve("mappings")),
        company -> books,
        (company, source, id) -> java.util.Optional.empty());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
