package io.ledgerway.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledExportsTest {

  private Exporting exporting;

  @BeforeEach
  void open() {
    exporting = new Exporting();
  }

  @AfterEach
  void close() {
    exporting.close();
  }

  private void daily(String zone, String at) {
    exporting.zones.choose("acme", null, zone);
    exporting.schedules.choose(
        "acme",
        null,
        ExportSchedule.chosen(ExportMode.DAILY, LocalTime.parse(at), null, null, "finance"));
  }

  private List<String> dues() {
    return exporting.strings(
        "select to_char(due_at at time zone 'UTC', 'DD HH24:MI') from export_run order by due_at");
  }

  @ParameterizedTest(name = "{0} {1} from {2}")
  @CsvSource({
    "Europe/Berlin,       02:30, 2026-03-28T06:00:00Z, 29 01:30/30 00:30/31 00:30",
    "Europe/Berlin,       02:30, 2026-10-24T06:00:00Z, 25 00:30/26 01:30/27 01:30",
    "America/New_York,    02:30, 2026-03-07T12:00:00Z, 08 07:30/09 06:30/10 06:30",
    "America/New_York,    01:30, 2026-10-31T12:00:00Z, 01 05:30/02 06:30/03 06:30",
    "Australia/Lord_Howe, 02:10, 2026-10-02T18:00:00Z, 03 15:40/04 15:10/05 15:10",
    "Australia/Lord_Howe, 01:45, 2026-04-03T18:00:00Z, 04 14:45/05 15:15/06 15:15"
  })
  void each_day_has_one_export_although_the_clock_leaves_an_hour_out_or_shows_it_twice(
      String zone, String at, Instant from, String expected) {
    exporting.at(from);
    daily(zone, at);
    for (Instant tick = from;
        tick.isBefore(from.plus(Duration.ofHours(71)));
        tick = tick.plus(Duration.ofMinutes(5))) {
      exporting.at(tick);
      exporting.tick();
    }
    assertThat(dues()).containsExactly(expected.split("/"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"a day, PT30H", "a week, P7D", "a year, P365D"})
  void what_was_missed_is_done_once_at_the_next_start(String length, Duration down) {
    Instant before = Instant.parse("2026-03-27T12:00:00Z");
    exporting.at(before);
    daily("Europe/Berlin", "02:30");
    exporting.ready("perk", "e1");
    exporting.at(before.plus(down));
    exporting.tick();
    exporting.tick();
    assertThat(dues()).containsExactly("28 01:30");
    assertThat(exporting.sendable()).containsExactly("e1");
    assertThat(exporting.schedules.of("acme", null).next())
        .isBetween(before.plus(down), before.plus(down).plus(Duration.ofHours(25)));
  }

  @Test
  void a_day_of_every_hour_has_as_many_exports_as_its_clock_has_hours() {
    exporting.at("2026-10-24T22:30:00Z");
    exporting.zones.choose("acme", null, "Europe/Berlin");
    exporting.choose(null, ExportMode.HOURLY);
    for (int minute = 0; minute < 25 * 60; minute += 5) {
      exporting.at(Instant.parse("2026-10-24T22:30:00Z").plus(Duration.ofMinutes(minute)));
      exporting.tick();
    }
    assertThat(dues()).hasSize(25).startsWith("24 23:00", "25 00:00", "25 01:00");
  }

  @Test
  void the_zone_that_a_company_chooses_later_counts_from_then_on() {
    exporting.at("2026-06-01T12:00:00Z");
    daily("Europe/Berlin", "18:00");
    assertThat(exporting.schedules.of("acme", "perk").next()).isEqualTo("2026-06-01T16:00:00Z");
    exporting.zones.choose("acme", null, "America/New_York");
    assertThat(exporting.schedules.of("acme", "perk").next()).isEqualTo("2026-06-01T22:00:00Z");
    exporting.zones.choose("acme", LocalTime.of(3, 0), null);
    assertThat(exporting.schedules.of("acme", "perk").next()).isEqualTo("2026-06-01T22:00:00Z");
  }

  @Test
  void weeks_and_months_have_theirs() {
    exporting.at("2026-01-30T12:00:00Z");
    exporting.schedules.choose(
        "acme",
        "perk",
        ExportSchedule.chosen(ExportMode.MONTHLY, LocalTime.of(23, 0), null, 31, "finance"));
    exporting.schedules.choose(
        "acme",
        "expensify",
        ExportSchedule.chosen(ExportMode.WEEKLY, null, DayOfWeek.FRIDAY, null, "finance"));
    for (int hour = 0; hour < 24 * 60; hour++) {
      exporting.at(Instant.parse("2026-01-30T12:00:00Z").plus(Duration.ofHours(hour)));
      exporting.tick();
    }
    String due = "select to_char(due_at, 'MM-DD') from export_run where source = '%s' order by 1";
    assertThat(exporting.strings(due.formatted("perk"))).containsExactly("01-31", "02-28");
    assertThat(exporting.strings(due.formatted("expensify")))
        .containsExactly("02-06", "02-13", "02-20", "02-27", "03-06", "03-13", "03-20", "03-27");
  }

  @Test
  void an_export_of_the_company_has_the_sources_that_have_no_schedule_of_their_own() {
    exporting.choose(null, ExportMode.DAILY);
    exporting.ready("perk", "p1");
    exporting.ready("expensify", "x1");
    exporting.choose("expensify", ExportMode.MANUAL);
    exporting.at(exporting.schedules.of("acme", null).next());
    exporting.tick();
    assertThat(exporting.sendable()).containsExactly("p1");
    assertThat(
            exporting.strings(
                "select concat_ws(' ', source, occasion, what, asked_by, documents) from"
                    + " export_run"))
        .containsExactly("SCHEDULE ALL finance 1");

    exporting.schedules.follow("acme", "expensify");
    exporting.at(exporting.schedules.of("acme", null).next());
    exporting.tick();
    assertThat(exporting.sendable()).containsExactly("p1", "x1");
  }

  @Test
  void however_many_engines_try_at_once_a_schedule_begins_one_export() throws Exception {
    exporting.choose(null, ExportMode.HOURLY);
    ExecutorService engines = Executors.newFixedThreadPool(4);
    try {
      for (int round = 1; round <= 25; round++) {
        exporting.ready("perk", "e" + round);
        exporting.at(exporting.schedules.of("acme", null).next());
        CyclicBarrier begin = new CyclicBarrier(4);
        Callable<Void> engine =
            () -> {
              begin.await();
              exporting.runs.beginDue("acme", "");
              return null;
            };
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          all.add(engines.submit(engine));
        }
        for (Future<Void> each : all) {
          each.get();
        }
        assertThat(exporting.strings("select documents::text from export_run"))
            .hasSize(round)
            .containsOnly("1");
      }
    } finally {
      engines.shutdownNow();
    }
  }
}
