package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

/** Exports that somebody asks for, and that a schedule begins, as a client of the API sees them. */
class ExportRunsTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void a_selection_goes_out_and_nothing_else_and_what_cannot_is_named() {
    Company company = manual();
    Company other = manual();
    engine.send(company.expenses(41).cards(4, 1));
    engine.send(other.expenses(42).cards(1, 1));
    engine.awaitSummary(company, Map.of("READY", 4L));
    engine.awaitSummary(other, Map.of("READY", 1L));
    List<String> ids = ids(company, "READY");
    String foreign = ids(other, "READY").get(0);
    String unknown = UUID.randomUUID().toString();

    JsonNode asked =
        engine.api.post(
            exports(company), Map.of("ids", List.of(ids.get(0), ids.get(1), foreign, unknown)));
    assertThat(asked.get("begun").asBoolean()).isTrue();
    assertThat(asked.get("notTaken")).hasSize(2);
    assertThat(asked.at("/notTaken/0/id").asText()).isEqualTo(foreign);
    assertThat(asked.at("/notTaken/0/code").asText()).isEqualTo("UNKNOWN");
    assertThat(asked.at("/notTaken/1/id").asText()).isEqualTo(unknown);
    engine.awaitSummary(company, Map.of("READY", 2L, "POSTED", 2L));
    assertThat(engine.api.summary(other.id())).isEqualTo(Map.of("READY", 1L));

    JsonNode again = engine.api.post(exports(company), Map.of("ids", List.of(ids.get(0))));
    assertThat(again.get("begun").asBoolean()).isFalse();
    assertThat(again.at("/notTaken/0/code").asText()).isEqualTo("NOTHING_TO_SEND");
    assertThat(again.at("/notTaken/0/export").asText()).isEqualTo(asked.at("/export/id").asText());
    assertThat(engine.switches().documents("BankTransactions", company.tenant())).hasSize(2);

    JsonNode done = awaitDone(company, asked.at("/export/id").asText());
    assertThat(done.get("what").asText()).isEqualTo("SELECTION");
    assertThat(done.get("askedBy").asText()).isEqualTo("api-key");
    assertThat(states(done)).isEqualTo(Map.of("POSTED", 2L));
    assertThat(done.at("/results/items")).hasSize(2);
    JsonNode story = engine.api.get("/companies/" + company.id() + "/postings/" + ids.get(0));
    assertThat(story.get("export").asText()).isEqualTo(done.get("id").asText());
    assertThat(story.at("/history").findValuesAsText("export"))
        .as("the steps from the request on")
        .containsOnly(done.get("id").asText());
  }

  @Test
  void what_is_held_is_shown_with_its_problem_and_goes_out_with_its_export_when_it_is_mended() {
    Company company = manual();
    List<Sample> samples = new ArrayList<>(company.expenses(43).cards(3, 1));
    Sample strange = samples.remove(0);
    engine.send(samples);
    engine.expenses.send(
        strange.key(), strange.value().replace("\"card\":\"card-1\"", "\"card\":\"card-new\""));
    engine.expenses.flush();
    engine.awaitSummary(company, Map.of("READY", 2L, "HELD", 1L));
    String export = engine.api.postFor(exports(company)).at("/export/id").asText();
    JsonNode done = awaitDone(company, export);
    assertThat(done.get("documents").asInt()).isEqualTo(3);
    assertThat(states(done)).isEqualTo(Map.of("HELD", 1L, "POSTED", 2L));
    JsonNode held = engine.api.get(exports(company) + "/" + export + "?state=HELD");
    assertThat(held.at("/results/items")).hasSize(1);
    assertThat(held.at("/results/items/0/problems/0/code").asText()).isNotEmpty();

    engine.api.fill(
        company.id(), "perk", "cards", "card-new", company.books().bankAccounts().get(0));
    engine.awaitSummary(company, Map.of("POSTED", 3L));
    assertThat(states(awaitDone(company, export))).isEqualTo(Map.of("POSTED", 3L));
    assertThat(engine.api.pages(exports(company) + "?limit=1")).hasSize(1);
  }

  @Test
  void a_filter_sends_what_fits_it_and_pages_of_results_hold_each_document_once() {
    Company company = manual();
    engine.send(company.expenses(44).good(30));
    engine.awaitSummary(company, Map.of("READY", 30L));
    long cards =
        engine.api.postings(company.id(), "READY").stream()
            .filter(each -> each.get("kind").asText().equals("card-expense"))
            .count();
    JsonNode asked =
        engine.api.post(
            exports(company),
            Map.of("source", "perk", "filter", Map.of("kind", "card-expense", "state", "READY")));
    assertThat(asked.at("/export/documents").asLong()).isEqualTo(cards).isPositive();
    engine.awaitSummary(company, Map.of("READY", 30 - cards, "POSTED", cards));
    String id = asked.at("/export/id").asText();
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = engine.api.get(exports(company) + "/" + id + "?limit=7" + cursor);
      page.at("/results/items").forEach(each -> seen.add(each.get("sourceId").asText()));
      cursor =
          page.at("/results").hasNonNull("next")
              ? "&cursor=" + page.at("/results/next").asText()
              : "";
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize((int) cards).doesNotHaveDuplicates();
  }

  @Test
  void a_schedule_that_is_due_begins_one_export_under_its_user() {
    Company company = engine.company();
    engine.api.putCompany(company.id(), Map.of("syncZone", "Pacific/Auckland"));
    schedule(company, Map.of("mode", "DAILY", "at", "02:30", "runsAs", "finance team"));
    engine.send(company.expenses(45).cards(2, 1));
    engine.awaitSummary(company, Map.of("READY", 2L));
    JsonNode before = engine.api.get("/companies/" + company.id() + "/export-schedule");
    assertThat(before.get("nextAt").asText()).endsWith("0:00Z").contains(":30");
    assertThat(engine.api.company(company.id()).get("waitingFor").toString())
        .contains(before.get("nextAt").asText());
    engine
        .context
        .getBean(JdbcClient.class)
        .sql("update export_schedule set next_due = next_due - interval '3 days' where company = ?")
        .param(company.id())
        .update();
    engine.awaitSummary(company, Map.of("POSTED", 2L));
    List<JsonNode> exports = engine.api.pages(exports(company) + "?limit=10");
    assertThat(exports).hasSize(1);
    assertThat(exports.get(0).get("askedBy").asText()).isEqualTo("finance team");
    assertThat(exports.get(0).get("occasion").asText()).isEqualTo("SCHEDULE");
    assertThat(Instant.parse(exports.get(0).get("dueAt").asText()))
        .isEqualTo(Instant.parse(before.get("nextAt").asText()).minus(Duration.ofDays(3)));
    assertThat(engine.api.get("/companies/" + company.id() + "/export-schedule")).isEqualTo(before);
    String log = "/companies/" + company.id() + "/sync-log?limit=5&kind=setting";
    assertThat(engine.api.get(log).toString())
        .contains("export-schedule", "finance team", "\"askedBy\":\"api-key\"");
  }

  @Test
  void a_source_of_its_own_schedule_is_switched_off_and_on_and_follows_its_company_again() {
    Company company = engine.company();
    String perk = "/companies/" + company.id() + "/sources/perk/export-schedule";
    assertThat(engine.api.get(perk).get("mode").asText()).isEqualTo("REAL_TIME");
    assertThat(engine.api.get(perk).get("own").asBoolean()).isFalse();
    engine.api.put(perk, Map.of("mode", "OFF"));
    engine.send(company.expenses(46).cards(2, 1));
    engine.awaitSummary(company, Map.of("READY", 2L));
    assertThatThrownBy(() -> engine.api.post(exports(company), Map.of("source", "perk")))
        .isInstanceOf(HttpClientErrorException.Conflict.class)
        .hasMessageContaining("EXPORT_OFF");
    assertThat(engine.api.postFor(exports(company)).get("begun").asBoolean()).isFalse();
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(5))
        .until(() -> engine.api.summary(company.id()).equals(Map.of("READY", 2L)));
    engine.api.delete(perk);
    engine.awaitSummary(company, Map.of("POSTED", 2L));
    assertThat(engine.api.get(perk).get("own").asBoolean()).isFalse();
  }

  @Test
  void undoing_waits_for_no_schedule() {
    Company company = engine.company();
    engine.send(company.expenses(47).cards(1, 1));
    engine.awaitSummary(company, Map.of("POSTED", 1L));
    schedule(company, Map.of("mode", "OFF"));
    engine.api.post(
        "/companies/" + company.id() + "/postings/" + ids(company, "POSTED").get(0) + "/undo");
    engine.awaitSummary(company, Map.of("UNDONE", 1L, "POSTED", 1L));
  }

  @Test
  void what_is_wrong_with_a_schedule_is_told_at_once_and_changes_nothing() {
    Company company = manual();
    String path = "/companies/" + company.id() + "/export-schedule";
    JsonNode before = engine.api.get(path);
    refused(path, Map.of("mode", "WEEKLY", "weekday", "FREITAG"), "none of [MONDAY");
    refused(path, Map.of("mode", "DAILY", "at", "25:00"), "no LocalTime");
    refused(path, Map.of("mode", "FORTNIGHTLY"), "none of [OFF, MANUAL");
    refused(path, Map.of("mode", "DAILY", "zone", "UTC"), "There is no 'zone' here");
    refused(path, Map.of("at", "02:00"), "say when documents go out");
    refused(
        path,
        Map.of("mode", "DAILY", "day", 32, "weekday", "MONDAY", "runsAs", " "),
        "does not belong to DAILY",
        "31 is the last of each month",
        "a user has 1 to 320 characters");
    assertThatThrownBy(() -> engine.api.putCompany(company.id(), Map.of("syncZone", "localtime")))
        .hasMessageContaining("ZONE_UNKNOWN");
    assertThat(engine.api.get(path)).isEqualTo(before);
  }

  @Test
  void what_is_wrong_with_a_request_for_an_export_begins_none() {
    Company company = manual();
    String id = UUID.randomUUID().toString();
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("ids", List.of()),
            Map.of("ids", List.of("x")),
            Map.of("ids", List.of(id), "filter", Map.of()),
            Map.of("filter", Map.of("employe", "a@b.example")),
            Map.of("filter", Map.of("state", "POSTED")),
            Map.of("filter", Map.of("employee", "\u0000")),
            Map.of("filter", Map.of("from", "soon")))) {
      assertThatThrownBy(() -> engine.api.post(exports(company), wrong))
          .as("%s", wrong)
          .isInstanceOf(HttpClientErrorException.BadRequest.class);
    }
    assertThatThrownBy(() -> engine.api.post(exports(company), Map.of("source", "nobody")))
        .isInstanceOf(HttpClientErrorException.NotFound.class);
    assertThat(engine.api.pages(exports(company) + "?limit=10")).isEmpty();
  }

  private static void refused(String path, Map<String, ?> schedule, String... said) {
    assertThatThrownBy(() -> engine.api.put(path, schedule))
        .as("%s", schedule)
        .isInstanceOf(HttpClientErrorException.BadRequest.class)
        .hasMessageContainingAll(said);
  }

  private static Company manual() {
    Company company = engine.company();
    schedule(company, Map.of("mode", "MANUAL"));
    return company;
  }

  private static void schedule(Company company, Map<String, ?> schedule) {
    engine.api.scheduleExports(company.id(), schedule);
  }

  private static String exports(Company company) {
    return "/companies/" + company.id() + "/exports";
  }

  private static List<String> ids(Company company, String state) {
    return engine.api.postings(company.id(), state).stream()
        .map(each -> each.get("id").asText())
        .toList();
  }

  private static JsonNode awaitDone(Company company, String export) {
    Awaitility.await("the export to be over")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              JsonNode its = engine.api.get(exports(company) + "/" + export);
              return its.get("state").asText().equals("DONE") && its.hasNonNull("endedAt");
            });
    return engine.api.get(exports(company) + "/" + export);
  }

  private static Map<String, Long> states(JsonNode export) {
    Map<String, Long> states = new TreeMap<>();
    export
        .get("states")
        .fields()
        .forEachRemaining(e -> states.put(e.getKey(), e.getValue().asLong()));
    return states;
  }
}
