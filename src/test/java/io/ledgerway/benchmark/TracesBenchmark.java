package io.ledgerway.benchmark;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.TraceCollector;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What it costs an engine that documents can be followed. */
@Tag("bench")
class TracesBenchmark {

  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 6_000);
  private static final int EXPENSES = Integer.getInteger("bench.expenses", 4_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final int TURNS = 2;

  private Surroundings around;
  private TraceCollector collector;
  private SampleExpenses samples;
  private JdbcClient ledger;
  private int posted;

  private record Cost(double millis, double spans) {

    static Cost least(Cost one, Cost other) {
      return other == null || one.millis < other.millis ? one : other;
    }
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_document_that_is_followed_costs_little_more() {
    try (Surroundings started = Surroundings.start();
        TraceCollector listening = TraceCollector.start()) {
      around = started;
      collector = listening;
      ledger = JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      around.sandbox().switches().limits(0, 0, 0);
      setUp();
      Cost off = null;
      Cost tenth = null;
      Cost on = null;
      for (int turn = 0; turn < TURNS; turn++) {
        off = Cost.least(measure("off", "1"), off);
        tenth = Cost.least(measure(collector.url(), "0.1"), tenth);
        on = Cost.least(measure(collector.url(), "1"), on);
      }
      BenchmarkPage.write(
          "traces",
          List.of("", "CPU ms a document", "spans a document", "times off"),
          List.of(
              row("off", off, off),
              row("a tenth of the traces", tenth, off),
              row("all traces", on, off)));
    }
  }

  private void setUp() {
    try (EngineProcess engine = engine("off", "1").start()) {
      SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
      CompanySetUp.run(around.api(engine), "acme", "sandbox", "sandbox", books);
      LocalDate today = LocalDate.now(Clock.systemUTC());
      samples = new SampleExpenses(books, "acme", today, 1);
    }
  }

  private EngineProcess.Builder engine(String traces, String ratio) {
    return around
        .engine("traces-benchmark")
        .jvm("-Xmx256m", "-XX:+UseSerialGC")
        .environment("LEDGERWAY_TRACES", traces)
        .environment("LEDGERWAY_TRACES_RATIO", ratio)
        .environment("XERO_LIMITS_PER_MINUTE", "1000000")
        .environment("XERO_LIMITS_DAY_RESERVE", "0");
  }

  /** The least of some rounds, by an engine of its own that has done the same before. */
  private Cost measure(String traces, String ratio) {
    try (EngineProcess engine = engine(traces, ratio).start()) {
      export(WARM_UP);
      List<Cost> costs = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        int spans = collector.count();
        Duration before = engine.cpu();
        export(EXPENSES);
        double millis = (engine.cpu().toNanos() - before.toNanos()) / 1e6 / EXPENSES;
        costs.add(new Cost(millis, (collector.count() - spans) / (double) EXPENSES));
      }
      return costs.stream().reduce(Cost::least).orElseThrow();
    }
  }

  private void export(int number) {
    List<Sample> cards = samples.cards(number, 2);
    try (Expenses expenses = new Expenses(around.kafka())) {
      cards.forEach(sample -> expenses.send(sample.key(), sample.value()));
    }
    posted += number;
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                ledger
                        .sql(
                            "select (select count(*) from posting where state = 'POSTED') - (select"
                                + " count(*) from posting_history where state = 'POSTED' and"
                                + " told_at is null)")
                        .query(Integer.class)
                        .single()
                    == posted);
  }

  private static List<String> row(String what, Cost cost, Cost off) {
    return List.of(
        what,
        BenchmarkPage.number(cost.millis(), 2),
        BenchmarkPage.number(cost.spans(), 1),
        BenchmarkPage.number(cost.millis() / off.millis(), 2));
  }
}
