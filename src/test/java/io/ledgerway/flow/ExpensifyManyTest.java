package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As many reports, and as many companies, as one credential may bring. */
@ExtendWith(ExpensifyExtension.class)
@Tag("soak")
class ExpensifyManyTest {

  private static final Logger LOG = LoggerFactory.getLogger(ExpensifyManyTest.class);

  @Test
  void case_33_two_thousand_reports_of_one_reading_are_forty_calls_in_bounded_memory(
      ExpensifyCalls there) throws Exception {
    there.plain();
    there.control(
        "POST", "/reports/generate", Map.of("count", 2_000, "expenses", 4, "days", 30, "seed", 7));
    Engine shared = Engine.shared();
    Surroundings around = shared.around.with(shared.around.kafka());
    Organisation organisation = shared.switches().addOrganisation("Books of many reports", "NZ");
    try (EngineProcess engine = engine(around)) {
      EngineApi api = around.api(engine);
      connect(api, around, organisation);
      give(api, "many", ExpensifyCalls.NZ);
      JsonNode reading = awaitReading(api, "many");
      assertThat(reading.get("requests").asInt()).isEqualTo(2);
      assertThat(reading.get("records").asInt()).isGreaterThanOrEqualTo(2_000);
      Awaitility.await("all to be posted")
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                Map<String, Long> now = api.summary("many");
                return now.getOrDefault("POSTED", 0L) >= 2_000
                    && Stream.of("RECEIVED", "READY", "SENDING", "UNCERTAIN")
                        .noneMatch(now::containsKey);
              });
      int puts = puts(shared, organisation);
      long posted = api.summary("many").get("POSTED");
      LOG.info("event=many posted={} puts={} resident={}", posted, puts, engine.residentBytes());
      assertThat(puts).isLessThanOrEqualTo((int) (posted + 49) / 50 + 1);

      api.post("/companies/many/sources/expensify/polls", Map.of("kind", "ROUTINE"));
      awaitReading(api, "many");
      assertThat(puts(shared, organisation)).as("a second reading calls nobody").isEqualTo(puts);
    }
  }

  @Test
  void case_29_twenty_companies_of_one_credential_are_all_served_within_its_limits(
      ExpensifyCalls there) throws Exception {
    there.behave("renderMillis", 0);
    Map<String, String> roles = new HashMap<>();
    for (int i = 0; i < 20; i++) {
      there.control(
          "POST",
          "/workspaces",
          Map.of("id", "WS" + i, "name", "Workspace " + i, "outputCurrency", "NZD"));
      roles.put("WS" + i, "admin");
    }
    there.control("PATCH", "/credentials/" + ExpensifyCalls.USER, Map.of("roles", roles));
    Engine shared = Engine.shared();
    Surroundings around = shared.around.with(shared.around.kafka());
    try (EngineProcess engine = engine(around)) {
      EngineApi api = around.api(engine);
      for (int i = 0; i < 20; i++) {
        api.putCompany("company-" + i, Map.of("name", "Company " + i));
        give(api, "company-" + i, "WS" + i);
      }
      for (int i = 0; i < 20; i++) {
        assertThat(awaitReading(api, "company-" + i).get("outcome").asText()).isEqualTo("DONE");
      }
      JsonNode used =
          there.control("GET", "/limits", null).at("/credentials/" + ExpensifyCalls.USER);
      LOG.info("event=limits used={}", used);
      assertThat(used.get("mostIn60s").asInt()).isBetween(10, 20);
      assertThat(used.get("mostIn10s").asInt()).isBetween(1, 5);
      assertThat(used.get("refused").asInt()).isZero();
    }
  }

  private static EngineProcess engine(Surroundings around) {
    return around
        .engine("engine-expensify")
        .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("EXPENSIFY_URL", ExpensifyExtension.url())
        .start();
  }

  private static void connect(EngineApi api, Surroundings around, Organisation organisation) {
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    api.putCompany("many", Map.of("name", "Many Ltd"));
    api.connect("many", organisation.clientId(), organisation.clientSecret());
    CompanySetUp.awaitImport(api, "many");
    CompanySetUp.importExpenses(api, "many", books.employees().get(0));
    api.choose(
        "many",
        "expensify",
        Map.of(
            "clearingAccount", "835",
            "tagLevel1Category", "Region",
            "tagLevel2Category", "Project",
            "unmappedTags", "LEAVE_OFF",
            "startDate", LocalDate.now(Clock.systemUTC()).minusDays(40).toString()));
    api.fill("many", "expensify", "categories", "Other", "453");
  }

  private static void give(EngineApi api, String company, String workspace) {
    String path = "/companies/" + company + "/sources/expensify";
    api.put(
        path + "/secrets",
        Map.of("partnerUserID", ExpensifyCalls.USER, "partnerUserSecret", ExpensifyCalls.SECRET));
    api.put(path, Map.of("account", workspace));
  }

  private static JsonNode awaitReading(EngineApi api, String company) {
    return Awaitility.await("the reading of " + company)
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              JsonNode all = api.get("/companies/" + company + "/sources/expensify/polls");
              return all.isEmpty() || !all.get(0).hasNonNull("endedAt") ? null : all.get(0);
            },
            found -> found != null);
  }

  private static int puts(Engine shared, Organisation organisation) {
    int calls = 0;
    for (JsonNode row : shared.switches().callSummary()) {
      if (row.path("tenantId").asText().equals(organisation.tenantId())
          && row.path("endpoint").asText().equals("ManualJournals")
          && row.path("method").asText().equals("PUT")) {
        calls += row.path("count").asInt();
      }
    }
    return calls;
  }
}
