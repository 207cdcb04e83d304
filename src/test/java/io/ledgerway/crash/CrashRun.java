package io.ledgerway.crash;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
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
 * Sends expenses in slices to an engine that is killed after each slice, at a moment that the seed
 * chooses (see {@link Moment}), while the sandbox misbehaves; then lets the engine finish in peace.
 *
 * @param expenses how many; some are sent twice
 * @param kills how often the engine is killed with SIGKILL
 * @param faultRate how often each kind of fault happens, 0 to 1
 */
record CrashRun(int expenses, int kills, double faultRate, long seed) {

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

  /** Runs to the end, and lets the witness compare while the engine still answers. */
  void run(Surroundings around, BiConsumer<List<Sample>, EngineApi> witness) {
    Random random = new Random(seed);
    SandboxSwitches switches = around.sandbox().switches();
    switches.limits(0, 0, 0);
    SandboxBooks books = SandboxBooks.read(around.sandbox().uri(), "sandbox", "sandbox");
    List<Sample> samples =
        new SampleExpenses(books, COMPANY, LocalDate.of(2026, 11, 20), seed).good(expenses);
    JdbcClient ledger =
        JdbcClient.create(around.postgres().dataSource(around.settings().database()));
    OffsetDateTime started = OffsetDateTime.now(CLOCK);
    EngineProcess engine = start(around);
    try (Expenses sender = new Expenses(around.kafka())) {
      CompanySetUp.run(around.api(engine), COMPANY, "sandbox", "sandbox", books);
      FAULTS.forEach(kind -> switches.arm(fault(kind)));
      for (int round = 0; round <= kills; round++) {
        send(sender, slice(samples, round), samples, random);
        if (round < kills) {
          Moment moment = Moment.any(random);
          boolean came = moment.await(ledger, started, random);
          engine.kill();
          LOG.info(
              "event=killed round={} moment={} came={} {}", round, moment, came, states(ledger));
          started = OffsetDateTime.now(CLOCK);
          engine = start(around);
        }
      }
      switches.disarmAll();
      awaitRest(around.api(engine), ledger);
      witness.accept(samples, around.api(engine));
    } finally {
      engine.kill();
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

  /** As in production, only with less patience, so that each kill finds work in hand. */
  private EngineProcess start(Surroundings around) {
    return around
        .engine("engine-crash-" + seed)
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_SETTLE_AFTER_SILENCE", "10s")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .environment("LEDGERWAY_EXPORT_LINGER", "500ms")
        .environment("LEDGERWAY_SETTLE_FIRST_RETRY", "300ms")
        .environment("LEDGERWAY_SETTLE_AFTER_ERROR", "1s")
        .environment("LEDGERWAY_SETTLE_ABSENT_AFTER", "3s")
        .environment("LEDGERWAY_SETTLE_AFTER_SILENCE", "2s")
        // Kafka gives a dead consumer's partitions away after this time.
        .environment("LEDGERWAY_INTAKE_SESSION_TIMEOUT", "1500")
        .environment("CAMEL_COMPONENT_KAFKA_HEARTBEAT_INTERVAL_MS", "300")
        .start();
  }

  private List<Sample> slice(List<Sample> samples, int round) {
    int slices = kills + 1;
    return samples.subList(samples.size() * round / slices, samples.size() * (round + 1) / slices);
  }

  private static void send(Expenses sender, List<Sample> slice, List<Sample> all, Random random) {
    for (Sample sample : slice) {
      sender.send(sample.key(), sample.value());
      if (random.nextInt(10) == 0) {
        // A platform may send again what it sent before, to any partition.
        Sample again = all.get(random.nextInt(all.indexOf(sample) + 1));
        sender.send(random.nextInt(3), again.key(), again.value());
      }
    }
    sender.flush();
  }

  private void awaitRest(EngineApi api, JdbcClient ledger) {
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> api.summary(COMPANY).equals(Map.of("POSTED", (long) expenses)));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(this + " has not come to rest: " + states(ledger), e);
    }
  }
}
