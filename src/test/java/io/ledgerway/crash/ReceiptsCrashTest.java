package io.ledgerway.crash;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.flow.XeroClient;
import io.ledgerway.local.DatabaseTime;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.FileServer;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A thousand documents with a receipt each, and a thousand calls a day: the time is put forward
 * whenever nothing can go on in what is left of a minute or of the day.
 */
class ReceiptsCrashTest {

  private static final String COMPANY = "acme";
  private static final Duration MINUTE = Duration.ofSeconds(61);
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptsCrashTest.class);

  @Test
  @Timeout(value = 8, unit = TimeUnit.MINUTES)
  void sixty_receipts_follow_their_documents_within_the_calls_of_two_days_although_killed() {
    prove(60, 60, 2);
  }

  @Test
  @Tag("soak")
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void a_thousand_receipts_of_a_thousand_documents_need_no_more_than_a_thousand_calls_a_day() {
    prove(1_000, 1_000, 5);
  }

  private static void prove(int documents, int callsADay, int kills) {
    try (Surroundings around = Surroundings.start();
        FileServer files = FileServer.start();
        CrashingEngine engine =
            new CrashingEngine(around, "receipts", files.engineEnvironment("perk"));
        Expenses sender = new Expenses(around.kafka())) {
      files.gives("/r.pdf", "application/pdf", FileServer.PDF.getBytes(US_ASCII));
      Run run = new Run(around, engine, documents);
      run.setUp(callsADay);
      samples(around, documents, files.url("/r.pdf"))
          .forEach(sample -> sender.send(sample.key(), sample.value()));
      sender.flush();
      run.toTheEnd(kills);
      run.assertWell();
    }
  }

  private static List<Sample> samples(Surroundings around, int documents, String url) {
    SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
    return new SampleExpenses(books, COMPANY, LocalDate.of(2026, 11, 20), 7)
        .cards(documents, 1).stream()
            .map(
                sample ->
                    new Sample(
                        sample.id(),
                        sample.key(),
                        sample
                            .value()
                            .replaceFirst("\"documents\":\\[[^]]*],", "")
                            .replaceFirst(
                                "\\{",
                                "{\"documents\":[{\"id\":\"%s-r\",\"kind\":\"receipt\",\"fileName\":\"r.pdf\",\"url\":\"%s\"}],"
                                    .formatted(sample.id(), url)),
                        sample.fate(),
                        sample.why()))
            .toList();
  }

  /** One company's documents and receipts, while time is put forward. Not thread-safe. */
  private static final class Run {

    private final Surroundings around;
    private final CrashingEngine engine;
    private final int documents;
    private final JdbcClient ledger;
    private final DatabaseTime time;
    private final Organisation organisation;
    private Duration moved = Duration.ZERO;
    private long begun;
    private Duration took;

    Run(Surroundings around, CrashingEngine engine, int documents) {
      this.around = around;
      this.engine = engine;
      this.documents = documents;
      ledger = JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      time = new DatabaseTime(ledger);
      organisation = switches().organisations().get(0);
    }

    private SandboxSwitches switches() {
      return around.sandbox().switches();
    }

    void setUp(int callsADay) {
      SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
      switches().limits(0, 0, 0);
      CompanySetUp.run(engine.api(), COMPANY, "sandbox", "sandbox", books);
      engine.api().choose(COMPANY, "perk", Map.of("receipts", "RECEIPTS"));
      engine.api().patch("/companies/" + COMPANY + "/connection", Map.of("dayLimit", callsADay));
      switches().limits(organisation.tenantId(), 5, 60, callsADay);
      begun = System.nanoTime();
    }

    /** Kills the engine while a receipt is on its way, and puts the time forward when all rests. */
    void toTheEnd(int kills) {
      int killed = 0;
      long before = -1;
      while (true) {
        long attached = count("select count(*) from receipt where state = 'ATTACHED'");
        if (attached == documents) {
          break;
        }
        if (killed < kills && attached > (long) documents * (killed + 1) / (kills + 2)) {
          killed++;
          killWhileSending(killed);
        } else if (attached == before) {
          advance(untilCallsAreLeft());
        }
        before = attached;
        pass(Duration.ofMillis(attached == 0 ? 1_500 : 400));
      }
      took = moved.plusNanos(System.nanoTime() - begun);
      assertThat(killed).as("kills").isEqualTo(kills);
    }

    private void killWhileSending(int number) {
      switches()
          .arm(
              Fault.of("slow")
                  .on("PUT", "Attachments")
                  .next(3)
                  .delayed(Duration.ofMillis(number % 2 == 0 ? 300 : 900)));
      boolean sending = true;
      try {
        Awaitility.await()
            .atMost(Duration.ofSeconds(5))
            .pollInterval(Duration.ofMillis(20))
            .until(() -> count("select count(*) from receipt where state = 'SENDING'") > 0);
      } catch (ConditionTimeoutException none) {
        sending = false;
      }
      engine.kill();
      LOG.info("event=killed number={} sending={} {}", number, sending, states());
      engine.api();
    }

    /** A minute, or what is left of a day whose calls are spent. */
    private Duration untilCallsAreLeft() {
      return ledger
          .sql(
              "select extract(epoch from t.day_anchor + interval '1 day 6 seconds' -"
                  + " ledgerway_now())::bigint from xero_tenant t join xero_connection x using"
                  + " (tenant_id) where t.day_left <= x.day_limit / 10")
          .query(Long.class)
          .optional()
          .filter(seconds -> seconds > 0)
          .map(Duration::ofSeconds)
          .orElse(MINUTE);
    }

    private void advance(Duration by) {
      moved = moved.plus(by);
      time.advance(by);
      engine.clockWrongBy(moved);
      switches().advanceClock(by);
      if (by.compareTo(MINUTE) > 0) {
        LOG.info("event=put_forward by={} {}", by, states());
        pass(Duration.ofSeconds(2));
      }
    }

    void assertWell() {
      String attachments = "resource like '%/Attachments%'";
      long earlier =
          count(
              "select count(*) from xero_call where "
                  + attachments
                  + " and method = 'PUT' and started_at < (select max(started_at) from xero_call"
                  + " where method = 'PUT' and resource = 'BankTransactions')");
      long sent =
          count(
              "select count(*) from xero_call where method = 'PUT' and error_code is distinct from"
                  + " 'XERO_TOO_LATE' and "
                  + attachments);
      long looks = count("select count(*) from xero_call where method = 'GET' and " + attachments);
      LOG.info(
          "event=at_rest took={} days={} receipts={} sent={} looks={} before_the_last_document={}"
              + " all_calls={}",
          took,
          took.toMinutes() / 1440.0,
          documents,
          sent,
          looks,
          earlier,
          count("select count(*) from xero_call"));
      assertThat(took).isLessThan(Duration.ofMinutes(24 * 63));
      assertThat(earlier).as("receipts that went before a document").isLessThan(documents / 20 + 1);
      assertThat(count("select count(*) from xero_call where status = 429"))
          .as("limits met")
          .isZero();
      assertThat(engine.api().summary(COMPANY)).isEqualTo(Map.of("POSTED", (long) documents));
      assertEachOnce();
    }

    private void assertEachOnce() {
      switches().limits(organisation.tenantId(), 0, 0, 0);
      XeroClient xero = XeroClient.of(around.sandbox().uri(), organisation);
      Set<String> names = new HashSet<>();
      for (JsonNode posting : engine.api().postings(COMPANY, "POSTED")) {
        JsonNode files =
            xero.get("BankTransactions/" + posting.get("xeroId").asText() + "/Attachments")
                .get("Attachments");
        assertThat(files).as("receipts of %s", posting.get("sourceId")).hasSize(1);
        JsonNode receipt = posting.at("/receipts/0");
        assertThat(files.get(0).get("AttachmentID").asText())
            .isEqualTo(receipt.get("xeroId").asText());
        names.add(files.get(0).get("FileName").asText());
      }
      assertThat(names).hasSize(documents);
    }

    private String states() {
      return ledger.sql("select state, count(*) from receipt group by 1").query().listOfRows()
          + " of "
          + ledger.sql("select state, count(*) from posting group by 1").query().listOfRows();
    }

    private long count(String query) {
      return ledger.sql(query).query(Long.class).single();
    }

    private static void pass(Duration time) {
      Awaitility.await("time to pass")
          .pollDelay(time)
          .atMost(time.plusSeconds(5))
          .until(() -> true);
    }
  }
}
