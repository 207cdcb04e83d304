package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.demo.Sample;
import io.ledgerway.demo.SampleExpenses;
import io.ledgerway.demo.SandboxBooks;
import io.ledgerway.local.DatabaseTime;
import io.ledgerway.local.EngineApi;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Expenses;
import io.ledgerway.local.LocalKafka;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.local.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two engines on one database, whose time goes on by months while they run. */
class SchedulesOfTwoEnginesTest {

  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "berlin", ZoneId.of("Europe/Berlin"),
          "new-york", ZoneId.of("America/New_York"),
          "lord-howe", ZoneId.of("Australia/Lord_Howe"));
  private static final Map<String, String> AT =
      Map.of("berlin", "02:30", "new-york", "02:30", "lord-howe", "02:10");

  private static LocalKafka kafka;
  private static Surroundings around;
  private static JdbcClient ledger;
  private static DatabaseTime time;
  private static Organisation organisation;
  private static EngineProcess one;
  private static EngineProcess other;
  private static EngineApi api;
  private static List<Sample> samples;
  private static int sent;

  @BeforeAll
  static void start() {
    kafka = LocalKafka.start();
    around = Engine.shared().around.with(kafka);
    ledger = JdbcClient.create(around.postgres().dataSource(around.settings().database()));
    time = new DatabaseTime(ledger);
    organisation = around.sandbox().switches().addOrganisation("Schedules", "NZ");
    around.sandbox().switches().limits(organisation.tenantId(), 0, 0, 0);
    SandboxBooks books =
        SandboxBooks.read(
            around.sandbox().uri(), organisation.clientId(), organisation.clientSecret());
    samples =
        new SampleExpenses(books, "berlin", LocalDate.now(Clock.systemUTC()), 21).cards(40, 1);
    one = engine("one").start();
    var starting = CompletableFuture.supplyAsync(() -> engine("other").start());
    api = around.api(one);
    CompanySetUp.run(api, "berlin", organisation.clientId(), organisation.clientSecret(), books);
    other = starting.join();
    ZONES.forEach(
        (company, zone) -> {
          api.putCompany(company, Map.of("name", company, "syncZone", zone.getId()));
          api.scheduleExports(
              company, Map.of("mode", "DAILY", "at", AT.get(company), "runsAs", "finance team"));
        });
  }

  @AfterAll
  static void close() {
    one.kill();
    other.kill();
    kafka.close();
  }

  private record Stop(Instant at, String company, boolean transition) {}

  @Test
  void
      each_day_has_one_export_over_both_changes_of_three_clocks_and_over_months_without_an_engine() {
    for (Stop stop : stops()) {
      Map<String, Integer> before = runs();
      send(1);
      goOnTo(stop.at());
      Map<String, Integer> after = runs();
      ZONES
          .keySet()
          .forEach(
              company ->
                  assertThat(after.get(company) - before.get(company))
                      .as("%s until %s", company, stop)
                      .isLessThanOrEqualTo(1));
      if (stop.transition()) {
        assertThat(after.get(stop.company()) - before.get(stop.company()))
            .as("%s", stop)
            .isEqualTo(1);
      }
    }
    ZONES.forEach(
        (company, zone) -> {
          List<LocalDate> days =
              dues(company).stream().map(due -> due.atZone(zone).toLocalDate()).toList();
          assertThat(days).hasSizeGreaterThanOrEqualTo(6).doesNotHaveDuplicates();
        });
    awaitPosted();
    assertThat(around.sandbox().switches().documents("BankTransactions", organisation.tenantId()))
        .as("documents in Xero")
        .hasSize(sent);
    assertThat(count("select count(*) from posting where export_run is null")).isZero();
    assertThat(
            api.pages("/companies/berlin/exports?limit=5").stream()
                .mapToInt(each -> each.at("/states/POSTED").asInt())
                .sum())
        .isEqualTo(sent);
    assertThat(api.pages("/companies/berlin/exports?limit=5"))
        .allSatisfy(
            each -> {
              assertThat(each.get("askedBy").asText()).isEqualTo("finance team");
              assertThat(each.get("state").asText()).isEqualTo("DONE");
              assertThat(each.hasNonNull("endedAt")).isTrue();
            });
  }

  @Test
  void of_many_schedules_that_come_due_at_once_each_begins_one_export() {
    for (int i = 0; i < 60; i++) {
      String company = "many-" + i;
      api.putCompany(company, Map.of("name", company));
      api.scheduleExports(company, Map.of("mode", "HOURLY"));
    }
    for (int round = 1; round <= 3; round++) {
      goOnTo(now().plus(Duration.ofHours(1)));
      assertThat(
              count(
                  "select count(*) from export_run where company like 'many-%' and occasion ="
                      + " 'SCHEDULE'"))
          .isEqualTo(60L * round);
    }
  }

  /** Six hours before each change of a clock, three after it, and a day later. */
  private static List<Stop> stops() {
    List<Stop> stops = new ArrayList<>();
    ZONES.forEach(
        (company, zone) -> {
          Instant at = now();
          for (int i = 0; i < 2; i++) {
            at = zone.getRules().nextTransition(at.plus(Duration.ofDays(1))).getInstant();
            stops.add(new Stop(at.minus(Duration.ofHours(6)), company, false));
            stops.add(new Stop(at.plus(Duration.ofHours(3)), company, true));
            stops.add(new Stop(at.plus(Duration.ofHours(27)), company, true));
          }
        });
    stops.sort(Comparator.comparing(Stop::at));
    return stops;
  }

  /** Until every schedule is planned for a time to come. */
  private static void goOnTo(Instant moment) {
    time.advance(Duration.between(now(), moment));
    Awaitility.await("schedules to be done by " + moment)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                count("select count(*) from export_schedule where next_due <= ledgerway_now()")
                    == 0);
    awaitPosted();
  }

  private static void send(int cards) {
    try (Expenses topic = new Expenses(kafka)) {
      for (Sample sample : samples.subList(sent, sent + cards)) {
        topic.send(sample.key(), sample.value());
      }
      topic.flush();
    }
    sent += cards;
    Awaitility.await("documents that wait for their export")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                api.summary("berlin").getOrDefault("READY", 0L)
                        + api.summary("berlin").getOrDefault("POSTED", 0L)
                    == sent);
  }

  private static void awaitPosted() {
    long waiting =
        count(
            "select count(*) from posting where company = 'berlin' and state <> 'POSTED' and"
                + " export_run is null");
    Awaitility.await("what was exported to be posted")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> api.summary("berlin").getOrDefault("POSTED", 0L) == sent - waiting);
    Awaitility.await("exports to be over")
        .atMost(Duration.ofSeconds(20))
        .until(() -> count("select count(*) from export_run where ended_at is null") == 0);
  }

  private static Map<String, Integer> runs() {
    return Map.of(
        "berlin", dues("berlin").size(),
        "new-york", dues("new-york").size(),
        "lord-howe", dues("lord-howe").size());
  }

  private static List<Instant> dues(String company) {
    return ledger
        .sql("select due_at from export_run where company = ? order by due_at")
        .param(company)
        .query(OffsetDateTime.class)
        .list()
        .stream()
        .map(OffsetDateTime::toInstant)
        .toList();
  }

  private static Instant now() {
    return ledger.sql("select ledgerway_now()").query(OffsetDateTime.class).single().toInstant();
  }

  private static long count(String sql) {
    return ledger.sql(sql).query(Long.class).single();
  }

  private static EngineProcess.Builder engine(String name) {
    return around
        .engine("engine-schedules-" + name)
        .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .argument("--ledgerway.instance.clock-tolerance=3650d")
        .environment("LEDGERWAY_INSTANCE_VALIDITY", "3s")
        .environment("LEDGERWAY_INSTANCE_BEAT", "500")
        .environment("LEDGERWAY_INTAKE_SESSION_TIMEOUT", "1500")
        .environment("CAMEL_COMPONENT_KAFKA_HEARTBEAT_INTERVAL_MS", "300");
  }
}
