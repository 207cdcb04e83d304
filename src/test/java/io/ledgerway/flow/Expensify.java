package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company of the shared engine that has Expensify as a source, and the double behind it. */
final class Expensify {

  /** Who has the workspace, so that a test that failed takes no other with it. */
  private static Expensify holder;

  private final Engine engine;
  private final Engine.Company company;
  final ExpensifyCalls there;

  private Expensify(Engine engine, Engine.Company company, ExpensifyCalls there) {
    this.engine = engine;
    this.company = company;
    this.there = there;
  }

  /** A company whose reports have been read since 120 days. */
  static Expensify of(Engine engine, Engine.Company company, ExpensifyCalls there) {
    there.plain();
    if (holder != null) {
      holder.leave();
    }
    Expensify made = new Expensify(engine, company, there);
    holder = made;
    made.setUp(ExpensifyCalls.NZ, ExpensifyCalls.USER, ExpensifyCalls.SECRET);
    return made;
  }

  void setUp(String workspace, String user, String secret) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("clearingAccount", "835");
    settings.put("startDate", LocalDate.now(Clock.systemUTC()).minusDays(120).toString());
    settings.put("tagLevel1Category", "Region");
    settings.put("tagLevel2Category", "Project");
    engine.api.choose(company.id(), "expensify", settings);
    engine.api.put(path("/secrets"), Map.of("partnerUserID", user, "partnerUserSecret", secret));
    engine.api.put(path(""), Map.of("account", workspace));
  }

  /** Another test may have the workspace. */
  void leave() {
    engine.api.delete(path(""));
    holder = null;
    assertThat(get("").get("secrets")).isEmpty();
  }

  String path(String below) {
    return "/companies/" + company.id() + "/sources/expensify" + below;
  }

  JsonNode get(String below) {
    return engine.api.get(path(below));
  }

  /**
   * As if all that has to pass had passed: limits, pauses and waits. The clock stays, for other
   * tests have engines of their own on it.
   */
  void hurry() {
    JdbcClient ledger =
        JdbcClient.create(engine.around.postgres().dataSource(engine.around.settings().database()));
    ledger.sql("delete from source_request").update();
    ledger.sql("update source_credential set paused_until = null").update();
    ledger.sql("update poll set next_at = ledgerway_now() where ended_at is null").update();
  }

  /** Reads what is new, now; limits are no matter of this test. */
  JsonNode read(String kind) {
    hurry();
    int before = readings().size();
    engine.api.post(path("/polls"), Map.of("kind", kind));
    return awaitReading(before);
  }

  /** The same with a source that makes us wait: time passes. */
  JsonNode readAsTimePasses(String kind) {
    hurry();
    int before = readings().size();
    engine.api.post(path("/polls"), Map.of("kind", kind));
    return Awaitility.await("a reading that waits")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> {
              hurry();
              List<JsonNode> all = readings();
              return all.size() > before && all.get(0).hasNonNull("endedAt") ? all.get(0) : null;
            },
            found -> found != null);
  }

  /** Opens a report with one expense there, and has it approved. */
  String approve(String name, int cents, String category) {
    return approve(name, expense(cents, category));
  }

  static Map<String, Object> expense(int cents, String category) {
    return new TreeMap<>(
        Map.of("merchant", "Shop", "amount", cents, "category", category, "currency", "NZD"));
  }

  String approve(String name, Map<String, Object> expense) {
    String id =
        there
            .control(
                "POST",
                "/reports",
                Map.of(
                    "workspace",
                    ExpensifyCalls.NZ,
                    "submitter",
                    "ada.kerr@acme.example",
                    "name",
                    name,
                    "expenses",
                    List.of(expense)))
            .at("/reportID")
            .asText();
    there.control("POST", "/reports/" + id + "/submit", null);
    there.control("POST", "/reports/" + id + "/approve", null);
    return id;
  }

  /** The reading after so many others, when it has ended. */
  JsonNode awaitReading(int before) {
    return Awaitility.await("a reading")
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              List<JsonNode> all = readings();
              return all.size() > before && all.get(0).hasNonNull("endedAt") ? all.get(0) : null;
            },
            found -> found != null);
  }

  List<JsonNode> readings() {
    List<JsonNode> all = new ArrayList<>();
    get("/polls").forEach(all::add);
    return all;
  }

  /** The report of the double's start state with that name, as it stands in the ledger. */
  JsonNode posting(String name) {
    String id = there.report(name).get("reportID").asText();
    List<JsonNode> found =
        engine.api.pages("/companies/" + company.id() + "/postings?limit=10&sourceId=" + id);
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  void awaitState(String name, String state) {
    Awaitility.await(name + " to be " + state)
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertThat(posting(name).get("state").asText()).isEqualTo(state));
  }

  /** Journals that stand in Xero. */
  List<JsonNode> journals() {
    List<JsonNode> standing = new ArrayList<>();
    XeroClient.of(engine.around.sandbox().uri(), company.organisation())
        .get("ManualJournals?page=1&pageSize=1000")
        .get("ManualJournals")
        .forEach(standing::add);
    return standing;
  }

  /** Calls to Xero that create journals. */
  int puts() {
    int calls = 0;
    for (JsonNode row : engine.switches().callSummary()) {
      if (row.path("tenantId").asText().equals(company.tenant())
          && row.path("endpoint").asText().equals("ManualJournals")
          && row.path("method").asText().equals("PUT")) {
        calls += row.path("count").asInt();
      }
    }
    return calls;
  }
}
