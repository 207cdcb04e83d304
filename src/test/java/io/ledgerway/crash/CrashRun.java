package io.ledgerway.crash;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sends expenses in slices to two engines on one database, whose machines' clocks differ. After
 * each slice one of them is killed at a moment that the seed chooses (see {@link Moment}), while
 * the sandbox misbehaves; now and then one stands still, and the database and Kafka have their own
 * troubles. Then both may finish in peace.
 *
 * @param expenses how many
 * @param faultRate how often each kind of fault happens, 0 to 1
 */
record CrashRun(int expenses, Interruptions interruptions, double faultRate, long seed) {

  static final String COMPANY = "acme";

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Logger LOG = LoggerFactory.getLogger(CrashRun.class);

  /** Every kind after which the document must stand there as meant, once. */
  private static final List<String> FAULTS =
      List.of(
          "drop-answer",
          "drop-request",
          "500",
          "500-after-commit",
          "503",
          "429-minute",
          "429-concurrent",
          "429-appminute",
          "slow",
          "expired-token",
          "shuffle",
          "list-lag");

  /** Runs to the end, and lets the witness compare while the engines still answer. */
  void run(Surroundings around, BiConsumer<Sent, EngineApi> witness) {
    Random random = new Random(seed);
    SandboxSwitches switches = around.sandbox().switches();
    switches.limits(0, 0, 0);
    SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
    Sent sent =
        new Sent(
            new SampleExpenses(books, COMPANY, LocalDate.of(2026, 11, 20), seed).good(expenses),
            random);
    JdbcClient ledger =
        JdbcClient.create(around.postgres().dataSource(around.settings().database()));
    try (CrashingEngine left = new CrashingEngine(around, "left-" + seed);
        CrashingEngine right = new CrashingEngine(around, "right-" + seed);
        Expenses sender = new Expenses(around.kafka())) {
      CompanySetUp.run(left.api(), COMPANY, "sandbox", "sandbox", books);
      FAULTS.forEach(kind -> switches.arm(fault(kind)));
      for (int round = 0; round < interruptions.kills(); round++) {
        sent.send(sender, endOfSlice(round));
        interrupt(round, around, ledger, List.of(left, right), random);
      }
      sent.send(sender, expenses);
      switches.disarmAll();
      List.of(left, right).forEach(engine -> engine.clockWrongBy(Duration.ZERO));
      awaitRest(right.api(), ledger);
      LOG.info("event=at_rest calls={}", switches.callSummary());
      witness.accept(sent, left.api());
    }
  }

  private void interrupt(
      int round,
      Surroundings around,
      JdbcClient ledger,
      List<CrashingEngine> engines,
      Random random) {
    OffsetDateTime since = OffsetDateTime.now(CLOCK);
    CrashingEngine victim = engines.get(random.nextInt(2));
    CrashingEngine other = victim == engines.get(0) ? engines.get(1) : engines.get(0);
    engines.forEach(
        engine -> engine.clockWrongBy(Duration.ofMillis(random.nextInt(40_000) - 20_000L)));
    if (interruptions.clockIsOffIn(round)) {
      other.api();
      other.clockWrongBy(Duration.ofSeconds(90));
    }
    if (interruptions.databaseDiesIn(round)) {
      around.postgres().killAndRestart();
      LOG.info("event=database_killed round={}", round);
    }
    if (interruptions.kafkaStopsIn(round)) {
      engines.forEach(CrashingEngine::api);
      around.kafka().pause();
      pass(interruptions.kafkaAway());
      around.kafka().resume();
      LOG.info("event=kafka_stopped round={} {}", round, states(ledger));
    }
    if (interruptions.pausesIn(round)) {
      boolean came = Moment.SENDING.await(ledger, since, random);
      other.pause();
      pass(interruptions.pause());
      LOG.info("event=paused round={} came={} {}", round, came, states(ledger));
      other.resume();
    }
    Moment moment = Moment.any(random);
    boolean came = moment.await(ledger, since, random);
    victim.kill();
    LOG.info("event=killed round={} moment={} came={} {}", round, moment, came, states(ledger));
    if (interruptions.clockIsOffIn(round)) {
      other.clockWrongBy(Duration.ZERO);
    }
  }

  private static String states(JdbcClient ledger) {
    return ledger.sql("select state, count(*) from posting group by 1").query().listOfRows()
        + " batches "
        + ledger.sql("select state, count(*) from batch group by 1").query().listOfRows();
  }

  private Fault fault(String kind) {
    Fault fault = Fault.of(kind).withProbability(faultRate, seed + FAULTS.indexOf(kind));
    return switch (kind) {
      case "slow" -> fault.delayed(Duration.ofMillis(800));
      case "list-lag" -> fault.delayed(Duration.ofSeconds(2));
      default -> fault;
    };
  }

  private int endOfSlice(int round) {
    return (int) ((long) expenses * (round + 1) / (interruptions.kills() + 1));
  }

  private static void pass(Duration time) {
    Awaitility.await("time to pass").pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
  }

  private void awaitRest(EngineApi api, JdbcClient ledger) {
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> api.summary(COMPANY).equals(Map.of("POSTED", (long) expenses)));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(this + " has not come to rest: " + states(ledger), e);
    }
  }
}
