package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.reload.Reload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** Files are edited under an engine that works with them. */
class ReloadTest {

  private static final Engine ENGINE = Engine.shared();
  private static final Path MISTAKES = Path.of("src/test/resources/workbench/mistakes");
  private static final Path VALID = Path.of("src/test/resources/workbench/valid");
  private static final String CARD = "mappings/perk/card-expense.jsonata";
  private static final String USERS = "routes/perk/users-in.camel.yaml";

  private static final String BEAT =
      """
      - route:
          id: perk-beat
          description: A route more.
          routeConfigurationId: background
          from:
            uri: quartz:engine/perk-beat
            parameters: { trigger.repeatInterval: "200", trigger.repeatCount: "-1", stateful: "true" }
            steps:
              - to: work:ring?bell=check
      """;

  private final List<String> added = new ArrayList<>();

  @AfterEach
  void mend() {
    added.forEach(ENGINE.edited::delete);
    for (String file :
        List.of(
            CARD,
            USERS,
            "routes/perk/source.yaml",
            "routes/perk/schemas/user.v1.schema.json",
            "routes/shared/intake.camel.yaml",
            "routes/shared/error-handling.camel.yaml")) {
      ENGINE.edited.mend(file);
    }
    ENGINE.awaitEdited();
    assertThat(refused().isMissingNode()).isTrue();
  }

  @Test
  void what_is_edited_together_takes_over_together_and_only_when_all_of_it_is_right()
      throws IOException {
    String before = files().get("edition").asText();
    // The mapping uses a setting that source.yaml does not have yet.
    ENGINE.edited.edit(CARD, "\"AUTHORISED\"", "$setting(\"cardStatus\")");
    JsonNode refused = awaitRefused();
    assertThat(refused.at("/mistakes/0/file").asText()).endsWith("perk/card-expense.jsonata");
    assertThat(refused.at("/mistakes/0/line").asInt()).isPositive();
    assertThat(refused.at("/mistakes/0/what").asText()).contains("cardStatus");
    assertThat(refused.at("/mistakes/0/fix").asText()).isNotBlank();
    assertThat(files().get("edition").asText()).isEqualTo(before);
    assertThat(metrics()).contains("ledgerway_files_mistakes 1.0");
    assertThat(health().at("/components/files/details/mistakesOfEdit").asInt()).isEqualTo(1);
    assertThat(health().at("/components/files/status").asText()).isEqualTo("UP");
    Company company = ENGINE.company();
    SampleExpenses expenses = company.expenses(1);
    ENGINE.send(expenses.cards(1, 1));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));

    ENGINE.edited.write(
        "routes/perk/source.yaml",
        ENGINE
            .edited
            .original("routes/perk/source.yaml")
            .replaceFirst(
                "(?m)^    receipts:",
                "    cardStatus: { title: Status, type: string, enum: [AUTHORISED],"
                    + " default: AUTHORISED }\n    receipts:"));
    ENGINE.awaitEdited();
    assertThat(files().get("edition").asText()).isNotEqualTo(before);
    assertThat(refused().isMissingNode()).isTrue();
    ENGINE.send(expenses.cards(1, 2));
    ENGINE.awaitSummary(company, Map.of("POSTED", 2L));
    String version = files().at("/mappings/perk~1card-expense").asText();
    assertThat(versions(company)).hasSize(2).doesNotHaveDuplicates().contains(version);
  }

  @Test
  void a_route_a_template_a_configuration_and_a_schema_take_over_and_the_rest_runs_on() {
    Map<String, Route> before = running();

    ENGINE.edited.edit(
        USERS,
        "- to: intake:read-event",
        "- to: intake:read-event\n        - log: { message: \"event=a_step_more\" }");
    ENGINE.awaitEdited();
    assertThat(replaced(before))
        .as("and who calls it, or may")
        .contains("perk-user", "perk-users", "perk-users-in", "dead-letters-again")
        .doesNotContain("perk-expense", "perk-expenses-in", "check-tick", "settle-tick");

    before = running();
    ENGINE.edited.edit(
        "routes/perk/schemas/user.v1.schema.json",
        "\"title\"",
        "\"$comment\": \"edited\", \"title\"");
    ENGINE.awaitEdited();
    assertThat(replaced(before)).contains("perk-user").doesNotContain("perk-expense");

    before = running();
    ENGINE.edited.edit(
        "routes/shared/intake.camel.yaml", "maxPollRecords: \"500\"", "maxPollRecords: \"400\"");
    ENGINE.awaitEdited();
    assertThat(replaced(before)).containsExactlyInAnyOrder("perk-expenses-in", "perk-users-in");
    assertThat(running().get("perk-expenses-in").getEndpoint().getEndpointUri())
        .contains("maxPollRecords=400");

    before = running();
    ENGINE.edited.edit(
        "routes/shared/error-handling.camel.yaml",
        "- routeConfiguration:\n    id: one-record\n    description: ",
        "- routeConfiguration:\n    id: one-record\n    description: Edited. ");
    ENGINE.awaitEdited();
    assertThat(replaced(before)).contains("perk-expense", "perk-user").doesNotContain("settle");

    Company company = ENGINE.company();
    ENGINE.send(company.expenses(1).cards(3, 1));
    ENGINE.awaitSummary(company, Map.of("POSTED", 3L));
  }

  @Test
  void a_file_that_is_added_runs_and_one_that_is_deleted_ends() {
    String file = "routes/perk/beat.camel.yaml";
    ENGINE.edited.write(file, BEAT);
    ENGINE.awaitEdited();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> running().containsKey("perk-beat"));

    ENGINE.edited.delete(file);
    ENGINE.awaitEdited();
    assertThat(running()).doesNotContainKey("perk-beat");
  }

  @Test
  void what_camel_cannot_run_is_taken_back() {
    Map<String, Route> before = running();
    String edition = files().get("edition").asText();
    String beat = "routes/perk/beat.camel.yaml";
    added.add(beat);
    ENGINE.edited.edit(
        USERS,
        "- to: intake:read-event",
        "- to: intake:read-event\n        - log: { message: \"event=a_step_more\" }");
    ENGINE.edited.write(
        beat,
        BEAT.replace(
            "trigger.repeatInterval: \"200\", trigger.repeatCount: \"-1\"", "cron: \"at noon\""));

    JsonNode refused = awaitRefused();
    assertThat(refused.at("/mistakes/0/what").asText()).isNotBlank();
    assertThat(files().get("edition").asText()).isEqualTo(edition);
    assertThat(running().keySet()).isEqualTo(before.keySet());
    Company company = ENGINE.company();
    ENGINE.send(company.expenses(1).cards(1, 1));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
  }

  @Test
  void what_somebody_clever_wrote_is_refused_once_and_harms_nothing() {
    String edition = files().get("edition").asText();
    ENGINE.edited.write(CARD, "(".repeat(50_000) + "1" + ")".repeat(50_000));
    JsonNode refused = awaitRefused();
    assertThat(refused.at("/mistakes/0/what").asText()).isNotBlank();

    ENGINE.edited.mend(CARD);
    ENGINE.edited.write(USERS, "[".repeat(50_000));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> refused().at("/mistakes/0/file").asText().endsWith("users-in.camel.yaml"));
    assertThat(files().get("edition").asText()).isEqualTo(edition);
  }

  @Test
  void none_of_eighty_mistakes_harms_what_runs() throws IOException {
    Map<String, Route> before = running();
    String edition = files().get("edition").asText();
    SoftAssertions all = new SoftAssertions();
    List<Path> mistakes;
    try (Stream<Path> folders = Files.list(MISTAKES)) {
      mistakes = folders.sorted().toList();
    }
    for (Path mistake : mistakes) {
      overlay(VALID.resolve("routes/acorn"), VALID);
      overlay(VALID.resolve("mappings/acorn"), VALID);
      overlay(mistake, mistake);
      ENGINE.context.getBean(Reload.class).look();
      ENGINE.context.getBean(Reload.class).look();
      List<String> told = new ArrayList<>();
      refused().path("mistakes").forEach(each -> told.add(each.path("file").asText()));
      String file = Files.readString(mistake.resolve("told.txt")).replaceFirst("(?s):.*", "");
      all.assertThat(told).as(mistake.toString()).anyMatch(each -> each.endsWith(file));
      restore();
    }
    all.assertAll();
    ENGINE.awaitEdited();
    assertThat(files().get("edition").asText()).isEqualTo(edition);
    assertThat(replaced(before)).isEmpty();
    Company company = ENGINE.company();
    ENGINE.send(company.expenses(1).cards(1, 1));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
  }

  private void overlay(Path files, Path root) throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.equals("told.txt")) {
          ENGINE.edited.write(name, Files.readString(file));
          added.add(name);
        }
      }
    }
  }

  private void restore() {
    for (String name : List.copyOf(new java.util.LinkedHashSet<>(added))) {
      if (Files.exists(Path.of(name))) {
        ENGINE.edited.mend(name);
      } else {
        ENGINE.edited.delete(name);
      }
    }
    added.clear();
  }

  /** Each document keeps the version of the mapping that made it. */
  private static List<String> versions(Company company) {
    return JdbcClient.create(
            ENGINE.around.postgres().dataSource(ENGINE.around.settings().database()))
        .sql("select mapping_version from posting where company = :company")
        .param("company", company.id())
        .query(String.class)
        .list();
  }

  private static String metrics() {
    return ask("/actuator/prometheus", Engine.METRICS_KEY);
  }

  private static JsonNode health() throws IOException {
    return new ObjectMapper()
        .readTree(ask("/actuator/health/readiness", ENGINE.around.settings().apiKey()));
  }

  private static String ask(String path, String key) {
    return RestClient.create()
        .get()
        .uri(ENGINE.uri().resolve(path))
        .header("X-API-Key", key)
        .retrieve()
        .body(String.class);
  }

  private static Map<String, Route> running() {
    CamelContext camel = ENGINE.context.getBean(CamelContext.class);
    Map<String, Route> running = new java.util.TreeMap<>();
    camel
        .getRoutes()
        .forEach(
            route -> {
              assertThat(camel.getRouteController().getRouteStatus(route.getId()))
                  .as(route.getId())
                  .isEqualTo(ServiceStatus.Started);
              running.put(route.getId(), route);
            });
    return running;
  }

  private static List<String> replaced(Map<String, Route> before) {
    Map<String, Route> now = running();
    assertThat(now.keySet()).isEqualTo(before.keySet());
    return now.keySet().stream().filter(id -> now.get(id) != before.get(id)).toList();
  }

  private static JsonNode files() {
    return ENGINE.api.get("/files");
  }

  private static JsonNode refused() {
    return files().path("refused");
  }

  private static JsonNode awaitRefused() {
    return Awaitility.await("a refusal")
        .atMost(Duration.ofSeconds(20))
        .until(ReloadTest::refused, refused -> !refused.isMissingNode());
  }
}
