package io.ledgerway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.flow.XeroClient;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.ExpensifyProcess;
import io.ledgerway.local.Ports;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reports are approved in slices, two engines read and post them, and after each slice one of the
 * engines is killed, while the platform and Xero both misbehave.
 */
class ReportsCrashTest {

  private static final String COMPANY = "acme";

  /** The double's own reports, some of which are held for good, come in as well. */
  private static final Set<String> AT_REST = Set.of("POSTED", "HELD", "NOTHING_TO_POST");

  private static final Logger LOG = LoggerFactory.getLogger(ReportsCrashTest.class);
  private static final List<String> OF_XERO =
      List.of("drop-answer", "drop-request", "500", "500-after-commit", "503", "list-lag");
  private static final List<String> OF_THE_PLATFORM =
      List.of(
          "drop-answer",
          "drop-request",
          "500",
          "500-after-work",
          "html",
          "error-object",
          "429",
          "empty",
          "truncated");

  @Test
  @Tag("soak")
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void a_thousand_reports_are_a_thousand_journals_although_engines_are_killed_twenty_times() {
    prove(Integer.getInteger("crash.reports", 1_000), Integer.getInteger("crash.kills", 20), 7);
  }

  private static void prove(int reports, int kills, long seed) {
    try (Surroundings around = Surroundings.start();
        ExpensifyProcess there = ExpensifyProcess.start(Ports.free())) {
      ExpensifyCalls expensify = new ExpensifyCalls(there.uri().toString());
      Map<String, String> environment = Map.of("EXPENSIFY_URL", there.uri().toString());
      SandboxSwitches switches = around.sandbox().switches();
      switches.limits(0, 0, 0);
      Organisation organisation = switches.organisations().get(0);
      try (CrashingEngine left = new CrashingEngine(around, "left", environment);
          CrashingEngine right = new CrashingEngine(around, "right", environment)) {
        setUp(left.api(), around, expensify);
        OF_XERO.forEach(
            kind ->
                switches.arm(
                    Fault.of(kind).withProbability(0.05, seed).delayed(Duration.ofSeconds(2))));
        OF_THE_PLATFORM.forEach(
            kind -> expensify.arm(Map.of("kind", kind, "probability", 0.05, "seed", seed)));
        Random random = new Random(seed);
        JdbcClient ledger =
            JdbcClient.create(around.postgres().dataSource(around.settings().database()));
        int made = 0;
        for (int round = 0; round < kills; round++) {
          made += approve(expensify, reports * (round + 1) / kills - made, seed + round);
          OffsetDateTime since = OffsetDateTime.now(Clock.systemUTC());
          CrashingEngine victim = random.nextBoolean() ? left : right;
          read(victim.api(), "ROUTINE");
          Moment moment = Moment.any(random);
          boolean came = moment.await(ledger, since, random);
          victim.kill();
          LOG.info(
              "event=killed round={} moment={} came={} {}",
              round,
              moment,
              came,
              ledger.sql("select state, count(*) from posting group by 1").query().listOfRows());
        }
        switches.disarmAll();
        expensify.control("DELETE", "/faults", null);
        awaitAll(left.api(), reports);
        assertOneJournalEach(
            left.api(), XeroClient.of(around.sandbox().uri(), organisation), reports);
        assertThat(
                expensify
                    .control("GET", "/limits", null)
                    .at("/credentials/" + ExpensifyCalls.USER + "/mostIn60s")
                    .asInt())
            .as("requests in any minute")
            .isBetween(1, 20);
      }
    }
  }

  private static void setUp(EngineApi api, Surroundings around, ExpensifyCalls expensify) {
    expensify.behave("renderMillis", 0);
    SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
    CompanySetUp.run(api, COMPANY, "sandbox", "sandbox", books);
    api.choose(
        COMPANY,
        "expensify",
        Map.of(
            "clearingAccount", "835",
            "tagLevel1Category", "Region",
            "tagLevel2Category", "Project",
            "unmappedTags", "LEAVE_OFF",
            "startDate", LocalDate.now(Clock.systemUTC()).minusDays(2).toString()));
    api.fill(COMPANY, "expensify", "categories", "Other", "453");
    String path = "/companies/" + COMPANY + "/sources/expensify";
    api.put(
        path + "/secrets",
        Map.of("partnerUserID", ExpensifyCalls.USER, "partnerUserSecret", ExpensifyCalls.SECRET));
    api.put(path, Map.of("account", ExpensifyCalls.NZ));
  }

  private static int approve(ExpensifyCalls expensify, int count, long seed) {
    if (count > 0) {
      expensify.control(
          "POST",
          "/reports/generate",
          Map.of("count", count, "expenses", 4, "days", 1, "seed", seed));
    }
    return count;
  }

  private static void read(EngineApi api, String kind) {
    api.post("/companies/" + COMPANY + "/sources/expensify/polls", Map.of("kind", kind));
  }

  private static void awaitAll(EngineApi api, int reports) {
    Awaitility.await("all reports in the ledger and none on its way")
        .atMost(Duration.ofMinutes(8))
        .pollInterval(Duration.ofSeconds(5))
        .until(
            () -> {
              Map<String, Long> summary = api.summary(COMPANY);
              LOG.info("event=stands {}", summary);
              long posted = summary.getOrDefault("POSTED", 0L);
              if (posted < reports) {
                read(api, "SWEEP");
              }
              return posted >= reports && AT_REST.containsAll(summary.keySet());
            });
  }

  /** What the clearing account was credited with is what each report came to. */
  private static void assertOneJournalEach(EngineApi api, XeroClient xero, int reports) {
    Map<String, BigDecimal> credited = new HashMap<>();
    for (int page = 1; page <= reports / 1000 + 1; page++) {
      for (JsonNode journal :
          xero.get("ManualJournals?pageSize=1000&page=" + page).get("ManualJournals")) {
        BigDecimal credit = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : journal.get("JournalLines")) {
          BigDecimal amount = line.get("LineAmount").decimalValue();
          sum = sum.add(amount);
          if (line.get("AccountCode").asText().equals("835")) {
            credit = credit.subtract(amount);
          }
        }
        assertThat(sum).isEqualByComparingTo("0");
        String report =
            journal.get("Narration").asText().replaceAll("^Expensify report (\\S+):.*", "$1");
        assertThat(credited.put(report, credit)).as("a second journal of " + report).isNull();
      }
    }
    List<JsonNode> posted = api.postings(COMPANY, "POSTED");
    assertThat(credited).hasSize(posted.size());
    for (JsonNode posting : posted) {
      assertThat(credited.get(posting.get("sourceId").asText()))
          .as(posting.get("sourceId").asText())
          .isEqualByComparingTo(posting.get("total").decimalValue());
    }
    LOG.info("event=proved reports={} journals={}", reports, credited.size());
  }
}
