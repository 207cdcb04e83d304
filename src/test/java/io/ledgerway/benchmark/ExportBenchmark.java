package io.ledgerway.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What routes, mappings and care cost, and how much memory and time the engine takes. */
@Tag("bench")
class ExportBenchmark {

  private static final int WARM_UP = 3_000;
  private static final int EXPENSES = Integer.getInteger("bench.expenses", 10_000);
  private static final String BARE_TOPIC = "bare.expenses";

  private Surroundings around;
  private JdbcClient ledger;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void the_engine_keeps_up_with_a_bare_loop() {
    try (Surroundings started = Surroundings.start()) {
      around = started;
      ledger = JdbcClient.create(around.postgres().dataSource(around.settings().database()));
      around.sandbox().switches().limits(0, 0, 0);
      engine().start().close(); // the first start also makes the tables
      Measured engine = measureEngine();
      double bareSeconds = measureBareLoop();
      report(engine, bareSeconds);
    }
  }

  private record Measured(double seconds, double startup, double residentMegabytes) {}

  private Measured measureEngine() {
    try (EngineProcess engine = engine().start()) {
      SandboxBooks books = setUp(engine, "acme", "sandbox", "sandbox");
      // The bare loop's company gets its reference data now, while there is an engine to read it.
      Organisation bare = around.sandbox().switches().addOrganisation("Bare Ltd", "NZ");
      setUp(engine, "bare", bare.clientId(), bare.clientSecret());
      SampleExpenses samples = samples(books, "acme");
      export(samples.cards(WARM_UP, 2), WARM_UP);
      double seconds = export(samples.cards(EXPENSES, 2), WARM_UP + EXPENSES);
      double resident = engine.residentBytes().orElse(0) / 1048576.0;
      return new Measured(seconds, engine.startup().toMillis() / 1000.0, resident);
    }
  }

  private EngineProcess.Builder engine() {
    return around
        .engine("engine-benchmark")
        .jvm("-Xmx256m", "-XX:+UseSerialGC")
        .environment("XERO_LIMITS_PER_MINUTE", "1000000")
        .environment("XERO_LIMITS_DAY_RESERVE", "0");
  }

  private SandboxBooks setUp(EngineProcess engine, String company, String client, String secret) {
    SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), client, secret);
    CompanySetUp.run(around.api(engine), company, client, secret, books);
    return books;
  }

  private static SampleExpenses samples(SandboxBooks books, String company) {
    return new SampleExpenses(books, company, LocalDate.of(2026, 11, 20), 1);
  }

  private double export(List<Sample> samples, int postedAtTheEnd) {
    long begin = System.nanoTime();
    send("perk.expenses", samples);
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> posted("acme") == postedAtTheEnd);
    return seconds(begin);
  }

  private double measureBareLoop() {
    Organisation organisation =
        around.sandbox().switches().organisations().stream()
            .filter(one -> one.name().equals("Bare Ltd"))
            .findFirst()
            .orElseThrow();
    around.kafka().addTopic(BARE_TOPIC, 3);
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    SampleExpenses samples = samples(books, "bare");
    try (HikariDataSource pool = pool()) {
      BareLoop loop = bareLoop(pool, organisation, books);
      send(BARE_TOPIC, samples.cards(WARM_UP, 2));
      loop.run(BARE_TOPIC, WARM_UP);
      List<Sample> measured = samples.cards(EXPENSES, 2);
      long begin = System.nanoTime();
      send(BARE_TOPIC, measured);
      loop.run(BARE_TOPIC, EXPENSES);
      return seconds(begin);
    }
  }

  private BareLoop bareLoop(HikariDataSource pool, Organisation organisation, SandboxBooks books) {
    UUID instance = UUID.randomUUID();
    ledger
        .sql("insert into engine_instance (id, started_at, alive_until) values (?, ?, ?)")
        .params(
            instance,
            OffsetDateTime.now(Clock.systemUTC()),
            OffsetDateTime.now(Clock.systemUTC()).plusDays(1))
        .update();
    return new BareLoop(
        "bare",
        around.kafka(),
        pool,
        new BareXero(
            around.sandbox().uri(),
            organisation.clientId(),
            organisation.clientSecret(),
            organisation.tenantId()),
        books.bankAccounts().get(books.bankAccounts().size() - 1),
        pairs(
            "select lower(email), id from reference_record where company = 'bare' and kind = 'contact' and email is not null"),
        pairs(
            "select id, code from reference_record where company = 'bare' and kind = 'account' and code is not null"),
        instance);
  }

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(around.settings().database());
    config.setUsername(around.postgres().username());
    config.setPassword(around.postgres().password());
    config.setMaximumPoolSize(8);
    return new HikariDataSource(config);
  }

  private Map<String, String> pairs(String sql) {
    Map<String, String> pairs = new HashMap<>();
    ledger
        .sql(sql)
        .query(
            row -> {
              pairs.put(row.getString(1), row.getString(2));
            });
    return pairs;
  }

  private void send(String topic, List<Sample> samples) {
    try (Expenses expenses = new Expenses(around.kafka(), topic)) {
      samples.forEach(sample -> expenses.send(sample.key(), sample.value()));
    }
  }

  private int posted(String company) {
    return ledger
        .sql("select count(*) from posting where company = ? and state = 'POSTED'")
        .param(company)
        .query(Integer.class)
        .single();
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void report(Measured engine, double bare) {
    double ratio = engine.seconds() / bare;
    BenchmarkPage.write(
        "export",
        List.of("", "seconds", "expenses a second", "times the bare loop"),
        List.of(row("engine", engine.seconds(), ratio), row("bare loop", bare, 1)));
    BenchmarkPage.write(
        "process",
        List.of("engine process (`-Xmx256m`, serial collector)", ""),
        List.of(
            List.of("ready after", BenchmarkPage.number(engine.startup(), 1) + " s"),
            List.of(
                "resident after the run",
                BenchmarkPage.number(engine.residentMegabytes(), 0) + " MB")));
    SoftAssertions aims = new SoftAssertions();
    aims.assertThat(EXPENSES / engine.seconds()).as("a second").isGreaterThanOrEqualTo(1_000);
    aims.assertThat(ratio).as("times the bare loop").isLessThanOrEqualTo(1.5);
    aims.assertThat(engine.residentMegabytes()).as("MB").isLessThanOrEqualTo(512);
    aims.assertThat(engine.startup()).as("seconds to readiness").isLessThanOrEqualTo(6);
    aims.assertAll();
  }

  private static List<String> row(String what, double seconds, double ratio) {
    return List.of(
        what,
        BenchmarkPage.number(seconds, 1),
        BenchmarkPage.number(EXPENSES / seconds, 0),
        BenchmarkPage.number(ratio, 2));
  }
}
