package io.ledgerway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.RouteSql;
import io.ledgerway.local.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sweep of a year's documents takes from those that are on their way. */
@Tag("bench")
class RetentionBenchmark {

  private static final int EXPENSES = Integer.getInteger("bench.expenses", 10_000);
  private static final int YEAR = Integer.getInteger("bench.year", 200_000);
  private static final int ROUNDS = 3;

  private JdbcClient ledger;
  private Surroundings around;
  private SampleExpenses samples;
  private int posted;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_sweep_takes_less_than_a_tenth_of_what_is_on_its_way() {
    try (Surroundings started = Surroundings.start()) {
      around = started;
      ledger = JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      around.sandbox().switches().limits(0, 0, 0);
      try (EngineProcess engine = engine().start()) {
        SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
        CompanySetUp.run(around.api(engine), "acme", "sandbox", "sandbox", books);
        samples = new SampleExpenses(books, "acme", LocalDate.of(2026, 11, 20), 1);
        fill();
        export(3_000);
        report(measured());
      }
    }
  }

  private record Measured(List<Double> alone, List<Double> beside, double rowsASecond) {}

  /** In turn, as a machine is now quicker and now slower. */
  private Measured measured() {
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    double rows = 0;
    double seconds = 0;
    for (int round = 0; round < ROUNDS; round++) {
      sweep("infinity");
      alone.add(export(EXPENSES));
      sweep("-infinity");
      long before = removed();
      double took = export(EXPENSES);
      beside.add(took);
      rows += removed() - before;
      seconds += took;
    }
    return new Measured(alone, beside, rows / seconds);
  }

  private EngineProcess.Builder engine() {
    return around
        .engine("engine-benchmark")
        .jvm("-Xmx256m", "-XX:+UseSerialGC")
        .environment("XERO_LIMITS_PER_MINUTE", "1000000")
        .environment("XERO_LIMITS_DAY_RESERVE", "0");
  }

  private void fill() {
    sweep("infinity");
    ledger.sql("insert into company (id, name) values ('old', 'Old')").update();
    ledger
        .sql(RouteSql.read("benchmark/year"))
        .param("company", "old")
        .param("from", 0)
        .param("documents", YEAR)
        .param("now", OffsetDateTime.now(Clock.systemUTC()))
        .update();
    ledger.sql("vacuum analyze posting").update();
    ledger.sql("vacuum analyze posting_history").update();
    ledger.sql("checkpoint").update();
  }

  private void sweep(String next) {
    ledger.sql("update retention_sweep set next_at = '" + next + "'").update();
  }

  private long removed() {
    return ledger.sql("select sum(removed) from retention_sweep").query(Long.class).single();
  }

  private double export(int expenses) {
    List<Sample> some = samples.cards(expenses, 2);
    posted += expenses;
    long begin = System.nanoTime();
    try (Expenses topic = new Expenses(around.kafka())) {
      some.forEach(sample -> topic.send(sample.key(), sample.value()));
    }
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                ledger
                        .sql(
                            "select count(*) from posting where company = 'acme' and state ="
                                + " 'POSTED'")
                        .query(Integer.class)
                        .single()
                    == posted);
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void report(Measured measured) {
    double alone = median(measured.alone());
    double beside = median(measured.beside());
    BenchmarkPage.write(
        "retention",
        List.of("", "seconds", "expenses a second", "ratio"),
        List.of(
            row("no sweep", alone, 1),
            row(
                "beside a sweep of %s documents a second"
                    .formatted(BenchmarkPage.number(measured.rowsASecond(), 0)),
                beside,
                alone / beside)));
    assertThat(measured.rowsASecond()).as("documents swept a second").isPositive();
    assertThat(alone / beside).as("throughput beside a sweep").isGreaterThanOrEqualTo(0.9);
  }

  private static double median(List<Double> of) {
    return of.stream().sorted().toList().get(of.size() / 2);
  }

  private static List<String> row(String what, double seconds, double ratio) {
    return List.of(
        what,
        BenchmarkPage.number(seconds, 1),
        BenchmarkPage.number(EXPENSES / seconds, 0),
        BenchmarkPage.number(ratio, 2));
  }
}
