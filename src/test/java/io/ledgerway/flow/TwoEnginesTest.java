package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.SandboxSwitches;
import io.ledgerway.local.SandboxSwitches.Fault;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import io.ledgerway.local.WrongClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two engines on one database, as processes: the clock of one is wrong, or it stands still for a
 * while. Each test goes on with the documents of those before it.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoEnginesTest {

  private static final String COMPANY = "shared";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static LocalKafka kafka;
  private static Surroundings around;
  private static Organisation organisation;
  private static SampleExpenses samples;
  private static JdbcClient ledger;
  private static EngineProcess right;
  private static EngineProcess wrong;
  private static final WrongClock CLOCK = new WrongClock();
  private static long sent;

  @BeforeAll
  static void start() {
    kafka = LocalKafka.start();
    around = Engine.shared().around.with(kafka);
    ledger = JdbcClient.create(around.postgres().dataSource(around.settings().database()));
    organisation = switches().addOrganisation("Two engines", "NZ");
    switches().limits(organisation.tenantId(), 0, 0, 0);
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    samples = new SampleExpenses(books, COMPANY, LocalDate.now(Clock.systemUTC()), 11);
    right = engine("right").start();
    var starting = CompletableFuture.supplyAsync(() -> engine("wrong").clock(CLOCK).start());
    CompanySetUp.run(
        around.api(right), COMPANY, organisation.clientId(), organisation.clientSecret(), books);
    wrong = starting.join();
  }

  @AfterAll
  static void close() {
    switches().disarmAll();
    right.kill();
    wrong.kill();
    kafka.close();
  }

  @Test
  @Order(1)
  void fifteen_seconds_apart_neither_takes_from_the_other_what_it_has_in_hand() {
    CLOCK.by(Duration.ofSeconds(15));
    slowly(Duration.ofSeconds(2));
    send(200);
    awaitPosted();

    assertThat(ready(wrong)).isTrue();
    assertThat(ledger.sql("select max(attempts) from batch").query(Integer.class).single())
        .as("attempts at one batch")
        .isEqualTo(1);
    switches().disarmAll();
  }

  @Test
  @Order(2)
  void two_engines_with_nine_lanes_and_five_permits_give_nothing_back() {
    slowly(Duration.ofMillis(1500));
    for (String resource : List.of("Invoices", "CreditNotes")) {
      switches()
          .arm(
              Fault.of("slow")
                  .on("PUT", resource)
                  .forTenant(organisation.tenantId())
                  .delayed(Duration.ofMillis(1500)));
    }
    List<Sample> mixed = samples.good(600);
    send(mixed);
    awaitPosted();

    assertThat(count("select count(*) from batch where state = 'RELEASED'")).isZero();
    assertThat(count("select count(*) from posting_history where state = 'SENDING'"))
        .as("a document goes out once")
        .isEqualTo(sent);
    switches().disarmAll();
  }

  @Test
  @Order(3)
  void one_that_is_a_minute_and_a_half_ahead_says_so_and_leaves_the_work_to_the_other() {
    standsBack(Duration.ofSeconds(90), "s ahead of the database's");
  }

  @Test
  @Order(4)
  void so_does_one_that_is_ten_minutes_behind_until_it_is_set_right() {
    standsBack(Duration.ofMinutes(-10), "s behind the database's");
    CLOCK.by(Duration.ZERO);
    Awaitility.await("readiness").atMost(Duration.ofSeconds(10)).until(() -> ready(wrong));
  }

  @Test
  @Order(5)
  void one_that_stands_still_in_the_middle_of_its_calls_neither_sends_nor_settles_when_it_wakes() {
    pausedFor(Duration.ofSeconds(8));
  }

  @Test
  @Order(6)
  @Tag("soak")
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  void five_minutes_are_no_different() {
    pausedFor(Duration.ofMinutes(5));
  }

  @Test
  @Order(7)
  void one_that_is_to_end_claims_nothing_more_and_leaves_nothing_that_the_other_must_wait_for() {
    slowly(Duration.ofSeconds(8));
    // The lanes are shared: while this one stands still, the other surely gets some.
    right.pause();
    send(300);
    String ending = "(select id from engine_instance order by started_at desc limit 1)";
    Awaitility.await("a batch in the hands of the one that is to end")
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                count("select count(*) from batch where state = 'SENDING' and owner = " + ending)
                    > 0);
    right.resume();
    switches().disarmAll();
    String after = ledger.sql("select now()::text").query(String.class).single();

    Duration took = wrong.end();

    assertThat(took).isLessThan(Duration.ofSeconds(12));
    assertThat(
            count(
                "select count(*) from batch where owner = "
                    + ending
                    + " and intended_at > '"
                    + after
                    + "'::timestamptz + interval '1 second'"))
        .as("batches that it began after it was told to end")
        .isZero();
    assertThat(
            count(
                "select count(*) from engine_instance where id = "
                    + ending
                    + " and alive_until > now()"))
        .isZero();
    assertThat(count("select count(*) from posting where claimed_by = " + ending)).isZero();
    awaitPosted();
  }

  private static void pausedFor(Duration pause) {
    slowly(Duration.ofSeconds(1));
    send(300);
    Awaitility.await("batches in hand")
        .pollInterval(Duration.ofMillis(20))
        .until(() -> count("select count(*) from batch where state = 'SENDING'") >= 2);
    wrong.pause();
    try {
      // What it had in hand is taken over and settled while it stands.
      awaitPosted();
      Awaitility.await("the pause to be over")
          .pollDelay(pause)
          .atMost(pause.plusSeconds(5))
          .until(() -> true);
    } finally {
      wrong.resume();
    }
    Awaitility.await("it is alive again")
        .atMost(Duration.ofSeconds(30))
        .until(() -> ready(wrong) && stands() == sent);
    send(100);
    awaitPosted();
    switches().disarmAll();
  }

  private static void standsBack(Duration by, String says) {
    CLOCK.by(by);
    Awaitility.await("readiness").atMost(Duration.ofSeconds(10)).until(() -> !ready(wrong));
    assertThat(readiness(wrong)).contains(says);
    String before = calls();
    send(100);
    awaitPosted();
    assertThat(calls()).as("calls of the one that is wrong").isEqualTo(before);
    assertThat(ready(right)).isTrue();
  }

  /** Calls of the engine that started last, which is the one whose clock goes wrong. */
  private static String calls() {
    return ledger
        .sql(
            "select count(*)::text from xero_call where instance = (select id from engine_instance"
                + " where alive_until > now() order by started_at desc limit 1)")
        .query(String.class)
        .single();
  }

  private static EngineProcess.Builder engine(String name) {
    return around
        .engine("engine-two-" + name)
        .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "1000")
        .environment("LEDGERWAY_INSTANCE_LEAVE_AFTER", "3s")
        .environment("LEDGERWAY_SETTLE_FIRST_RETRY", "300ms")
        .environment("LEDGERWAY_INTAKE_SESSION_TIMEOUT", "1500")
        .environment("CAMEL_COMPONENT_KAFKA_HEARTBEAT_INTERVAL_MS", "300");
  }

  private static SandboxSwitches switches() {
    return around.sandbox().switches();
  }

  private static void slowly(Duration answer) {
    switches()
        .arm(
            Fault.of("slow")
                .on("PUT", "BankTransactions")
                .forTenant(organisation.tenantId())
                .delayed(answer));
  }

  private static void send(int cards) {
    send(samples.cards(cards, 1));
  }

  private static void send(List<Sample> some) {
    try (Expenses topic = new Expenses(kafka)) {
      new ArrayList<>(some).forEach(sample -> topic.send(sample.key(), sample.value()));
      topic.flush();
    }
    sent += some.size();
  }

  private static void awaitPosted() {
    EngineApi api = around.api(right);
    Awaitility.await(sent + " posted")
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(api.summary(COMPANY)).isEqualTo(Map.of("POSTED", sent)));
    assertThat(stands()).as("documents in Xero").isEqualTo(sent);
  }

  private static long stands() {
    return List.of("BankTransactions", "Invoices", "CreditNotes").stream()
        .mapToLong(type -> switches().documents(type, organisation.tenantId()).size())
        .sum();
  }

  private static long count(String sql) {
    return ledger.sql(sql).query(Long.class).single();
  }

  private static boolean ready(EngineProcess engine) {
    return readiness(engine).startsWith("200");
  }

  private static String readiness(EngineProcess engine) {
    URI uri = engine.uri().resolve("/actuator/health/readiness");
    try {
      var answer = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return "no answer";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
