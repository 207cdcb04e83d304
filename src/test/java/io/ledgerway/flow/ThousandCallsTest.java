package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.DatabaseTime;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.WrongClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole day of an engine whose organisation has a thousand calls, in some minutes. */
class ThousandCallsTest {

  private static final String COMPANY = "acme";
  private static final int DOCUMENTS = Integer.getInteger("day.documents", 10_000);
  private static final int STEP = 8;
  private static final Duration APART = Duration.ofDays(1).dividedBy(10_000);

  @Test
  @Tag("soak")
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void ten_thousand_expenses_spread_over_a_day_are_posted_that_day_with_at_most_900_calls() {
    WrongClock clock = new WrongClock();
    try (Surroundings around = Surroundings.start();
        EngineProcess engine = engine(around, clock);
        Expenses topic = new Expenses(around.kafka())) {
      SandboxSwitches switches = around.sandbox().switches();
      Organisation organisation = switches.organisations().get(0);
      switches.limits(organisation.tenantId(), 5, 60, 1000);
      SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
      CompanySetUp.run(around.api(engine), COMPANY, "sandbox", "sandbox", books);
      JdbcClient ledger =
          JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      DatabaseTime time = new DatabaseTime(ledger);
      List<Sample> samples =
          new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), 13).good(DOCUMENTS);

      Duration passed = Duration.ZERO;
      for (int sent = 0; sent < DOCUMENTS; sent += STEP) {
        samples.subList(sent, sent + STEP).forEach(s -> topic.send(s.key(), s.value()));
        topic.flush();
        awaitRest(ledger, sent + STEP);
        Duration step = APART.multipliedBy(STEP);
        passed = passed.plus(step);
        switches.advanceClock(step);
        time.advance(step);
        clock.by(passed);
      }
      long late =
          ledger
              .sql("select count(*) from posting where state <> 'POSTED'")
              .query(Long.class)
              .single();
      for (int minutes = 0; minutes < 15; minutes++) {
        passed = passed.plusMinutes(1);
        switches.advanceClock(Duration.ofMinutes(1));
        time.advance(Duration.ofMinutes(1));
        clock.by(passed);
        Awaitility.await().pollDelay(Duration.ofMillis(1200)).until(() -> true);
      }

      int calls = switches.calls(Map.of("tenantId", organisation.tenantId())).size();
      System.out.printf(
          "%,d expenses over a day: %d calls, %d not posted with the last one, wait: %s%n",
          DOCUMENTS, calls, late, waits(ledger));
      assertThat(around.api(engine).summary(COMPANY)).isEqualTo(Map.of("POSTED", (long) DOCUMENTS));
      assertThat(calls).isLessThanOrEqualTo(900);
    }
  }

  private static EngineProcess engine(Surroundings around, WrongClock clock) {
    return around
        .engine("engine-day")
        .clock(clock)
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        // A minute passes at once, and is soon noticed. Nobody is dead for that.
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3d")
        .environment("LEDGERWAY_INSTANCE_BEAT", "200")
        .start();
  }

  /** What came is checked, and has gone unless it is to wait; what went is settled. */
  private static void awaitRest(JdbcClient ledger, long sent) {
    Awaitility.await("rest after " + sent)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                ledger
                    .sql(
                        "select (select count(*) from posting) = :sent and not exists (select"
                            + " from posting where state in ('RECEIVED', 'SENDING') or state ="
                            + " 'READY' and changed_at > ledgerway_now() - interval '400 ms')"
                            + " and not exists (select from work_lease where kind = 'export')")
                    .param("sent", sent)
                    .query(Boolean.class)
                    .single());
  }

  private static String waits(JdbcClient ledger) {
    return ledger
        .sql(
            "select 'median ' || percentile_disc(0.5) within group (order by w) || ', p95 ' ||"
                + " percentile_disc(0.95) within group (order by w) || ', longest ' || max(w)"
                + " from (select changed_at - received_at as w from posting) all_waits")
        .query(String.class)
        .single();
  }
}
