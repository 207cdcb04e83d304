package io.ledgerway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the engine with SIGKILL exactly between two steps of a route (see {@link Gates}). The
 * engine that comes after it finishes its work, and is the one that is killed at the next point.
 */
class CrashPointsTest {

  private static final String COMPANY = "crashing";
  private static final int AT_A_TIME = 120;

  private static final List<Sample> SENT = new ArrayList<>();
  private static Surroundings around;
  private static Gates gates;
  private static SampleExpenses expenses;
  private static Expenses topic;
  private static Witness witness;
  private static Path routes;
  private static EngineProcess engine;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    around = Surroundings.start();
    around.sandbox().switches().limits(0, 0, 0);
    Organisation organisation = around.sandbox().switches().addOrganisation("Crash points", "NZ");
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    expenses = new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), 5);
    topic = new Expenses(around.kafka());
    witness = new Witness(around, organisation.tenantId());
    gates = new Gates(ledger(), COMPANY);
    routes = gates.copyOfRoutes(directory);
    engine = startEngine();
    CompanySetUp.run(
        around.api(engine), COMPANY, organisation.clientId(), organisation.clientSecret(), books);
  }

  @AfterAll
  static void close() {
    engine.kill();
    topic.close();
    gates.close();
    around.close();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(CrashPoint.class)
  void killed_there_every_expense_still_stands_once_and_is_told(CrashPoint point) throws Exception {
    if (!engine.isAlive()) {
      engine = startEngine();
    }
    gates.close(point);
    List<Sample> samples = expenses.cards(AT_A_TIME, 1);
    samples.forEach(sample -> topic.send(sample.key(), sample.value()));
    topic.flush();
    SENT.addAll(samples);
    assertThat(gates.reached(Duration.ofSeconds(30))).as("the engine came to the step").isTrue();
    engine.kill();
    gates.open();

    engine = startEngine();
    EngineApi api = around.api(engine);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> api.summary(COMPANY).equals(Map.of("POSTED", (long) SENT.size())));
    witness.assertExactlyOnce(SENT, api, COMPANY);
    witness.assertTold(SENT, CrashPoint.values().length);
  }

  @Test
  void killed_before_the_comparison_and_back_when_xero_has_forgotten_the_key_all_are_posted()
      throws Exception {
    if (!engine.isAlive()) {
      engine = startEngine();
    }
    gates.close(CrashPoint.AFTER_THE_CALL_AND_BEFORE_THE_ANSWER_IS_STORED);
    // With tracking on their lines: a look-up reads pages, which name options without their ids.
    List<Sample> samples = expenses.cards(AT_A_TIME, 2);
    samples.forEach(sample -> topic.send(sample.key(), sample.value()));
    topic.flush();
    SENT.addAll(samples);
    assertThat(gates.reached(Duration.ofSeconds(30))).as("the engine came to the step").isTrue();
    engine.kill();
    gates.open();
    int lookUps = lookUps();
    ledger()
        .sql(
            "update batch set intended_at = intended_at - interval '8 minutes' where state ="
                + " 'SENDING'")
        .update();

    engine = startEngine();
    EngineApi api = around.api(engine);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> api.summary(COMPANY).equals(Map.of("POSTED", (long) SENT.size())));
    assertThat(lookUps()).as("looks").isGreaterThan(lookUps);
    witness.assertExactlyOnce(SENT, api, COMPANY);
  }

  private static JdbcClient ledger() {
    return JdbcClient.create(around.postgres().dataSource(around.settings().database()));
  }

  private static int lookUps() {
    return around
        .sandbox()
        .switches()
        .calls(Map.of("endpoint", "BankTransactions", "method", "GET"))
        .size();
  }

  private static EngineProcess startEngine() {
    return around
        .engine("engine-crash-point")
        .jvm("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .environment("LEDGERWAY_INTAKE_SESSION_TIMEOUT", "1500")
        .environment("CAMEL_COMPONENT_KAFKA_HEARTBEAT_INTERVAL_MS", "300")
        .environment("LEDGERWAY_ROUTES_DIR", routes.toString())
        .start();
  }
}
