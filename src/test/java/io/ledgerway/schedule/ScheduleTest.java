package io.ledgerway.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.schedule.Schedule.Every;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScheduleTest {

  private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);
  private static final LocalTime TWO = LocalTime.of(2, 0);

  @Example
  void each_frequency_has_its_next_moment() {
    next(Schedule.hourly(), "2026-03-10T10:20:00Z", "UTC", "2026-03-10T11:00:00Z");
    next(Schedule.hourly(), "2026-03-10T11:00:00Z", "UTC", "2026-03-10T12:00:00Z");
    next(Schedule.hourly(), "2026-03-10T10:20:00Z", "Asia/Kolkata", "2026-03-10T10:30:00Z");
    next(Schedule.daily(TWO), "2026-03-10T10:20:00Z", "UTC", "2026-03-11T02:00:00Z");
    next(Schedule.daily(TWO), "2026-03-10T01:59:59Z", "UTC", "2026-03-10T02:00:00Z");
    next(Schedule.daily(TWO), "2026-03-10T02:00:00Z", "UTC", "2026-03-11T02:00:00Z");
    next(Schedule.daily(TWO), "2026-03-10T10:20:00Z", "Pacific/Auckland", "2026-03-10T13:00:00Z");
    Schedule mondays = Schedule.weekly(DayOfWeek.MONDAY, TWO);
    next(mondays, "2026-03-10T10:20:00Z", "UTC", "2026-03-16T02:00:00Z");
    next(mondays, "2026-03-16T01:00:00Z", "UTC", "2026-03-16T02:00:00Z");
    next(mondays, "2026-03-16T02:00:00Z", "UTC", "2026-03-23T02:00:00Z");
    next(Schedule.monthly(1, TWO), "2026-12-31T23:00:00Z", "UTC", "2027-01-01T02:00:00Z");
    next(Schedule.monthly(15, TWO), "2026-03-15T02:00:00Z", "UTC", "2026-04-15T02:00:00Z");
    Schedule last = Schedule.monthly(31, TWO);
    next(last, "2026-01-31T03:00:00Z", "UTC", "2026-02-28T02:00:00Z");
    next(last, "2026-02-28T02:00:00Z", "UTC", "2026-03-31T02:00:00Z");
    next(last, "2028-02-01T00:00:00Z", "UTC", "2028-02-29T02:00:00Z");
  }

  @Example
  void a_day_at_half_past_two_is_done_once_when_the_clock_leaves_it_out() {
    around("Europe/Berlin", "2026-03-29", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    around("America/New_York", "2026-03-08", "2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z");
  }

  @Example
  void a_day_at_half_past_two_is_done_once_when_the_clock_shows_it_twice() {
    around("Europe/Berlin", "2026-10-25", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    next(
        Schedule.daily(LocalTime.of(1, 30)),
        "2026-10-31T12:00:00Z",
        "America/New_York",
        "2026-11-01T05:30:00Z");
    next(
        Schedule.daily(LocalTime.of(1, 30)),
        "2026-11-01T05:30:00Z",
        "America/New_York",
        "2026-11-02T06:30:00Z");
  }

  @Example
  void where_summer_time_is_half_an_hour_it_is_no_different() {
    String zone = "Australia/Lord_Howe";
    Schedule early = Schedule.daily(LocalTime.of(2, 10));
    next(early, "2026-10-03T00:00:00Z", zone, "2026-10-03T15:40:00Z");
    next(early, "2026-10-03T15:40:00Z", zone, "2026-10-04T15:10:00Z");
    Schedule twice = Schedule.daily(LocalTime.of(1, 45));
    next(twice, "2026-04-04T00:00:00Z", zone, "2026-04-04T14:45:00Z");
    next(twice, "2026-04-04T14:45:00Z", zone, "2026-04-05T15:15:00Z");
    // From +11 to +10:30 and back: each full hour that the clock shows.
    assertThat(hours("2026-04-04T13:30:00Z", zone, 4))
        .containsExactly("01:00/14:00Z", "02:00/15:30Z", "03:00/16:30Z", "04:00/17:30Z");
    assertThat(hours("2026-10-03T14:00:00Z", zone, 3))
        .containsExactly("01:00/14:30Z", "03:00/16:00Z", "04:00/17:00Z");
  }

  @Example
  void every_hour_of_the_night_with_two_of_them_is_an_hour_of_its_own() {
    assertThat(hours("2026-10-24T23:30:00Z", "Europe/Berlin", 4))
        .containsExactly("02:00/00:00Z", "02:00/01:00Z", "03:00/02:00Z", "04:00/03:00Z");
    assertThat(hours("2026-03-29T00:30:00Z", "Europe/Berlin", 2))
        .containsExactly("03:00/01:00Z", "04:00/02:00Z");
    assertThat(hours("2026-11-01T04:30:00Z", "America/New_York", 3))
        .containsExactly("01:00/05:00Z", "01:00/06:00Z", "02:00/07:00Z");
  }

  @Example
  void what_was_missed_for_a_week_is_not_made_up_for() {
    Instant week = Instant.parse("2026-03-10T10:20:00Z").plus(Duration.ofDays(7));
    for (Schedule each : List.of(Schedule.hourly(), Schedule.daily(TWO))) {
      assertThat(each.next(week, ZoneId.of("UTC"))).isAfter(week);
    }
  }

  @Example
  void a_day_that_a_zone_leaves_out_is_not_missed_nor_done_twice() {
    // Samoa went from the 29th to the 31st of December 2011.
    Schedule daily = Schedule.daily(TWO);
    next(daily, "2011-12-29T12:30:00Z", "Pacific/Apia", "2011-12-30T12:00:00Z");
    next(daily, "2011-12-30T12:00:00Z", "Pacific/Apia", "2011-12-31T12:00:00Z");
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(
            Instant.parse("1990-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2037-01-01T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    return Combinators.combine(
            Arbitraries.of(Every.values()),
            Arbitraries.integers().between(0, 1439),
            Arbitraries.of(DayOfWeek.values()),
            Arbitraries.integers().between(1, 31))
        .as(
            (every, minute, weekday, day) ->
                new Schedule(every, LocalTime.ofSecondOfDay(minute * 60L), weekday, day));
  }

  @Property(tries = 3000)
  void no_moment_at_which_the_clock_shows_it_is_passed_over(
      @ForAll @From("schedules") Schedule schedule,
      @ForAll @From("zones") ZoneId zone,
      @ForAll @From("moments") Instant after) {
    Instant next = schedule.next(after, zone);
    assertThat(next).isAfter(after);
    // Whatever lies between is a second showing of what was done already, or not of that schedule.
    Stream.iterate(after.atZone(zone).truncatedTo(ChronoUnit.MINUTES), m -> m.plusMinutes(7))
        .takeWhile(moment -> moment.toInstant().isBefore(next))
        .filter(moment -> moment.toInstant().isAfter(after))
        .filter(moment -> shows(schedule, moment))
        .forEach(moment -> assertThat(isSecondShowing(schedule, moment)).as("%s", moment).isTrue());
  }

  @Property(tries = 300)
  void a_year_has_one_for_each_of_its_days_weeks_and_months(
      @ForAll @From("schedules") Schedule schedule,
      @ForAll @From("zones") ZoneId zone,
      @ForAll @From("moments") Instant begin) {
    if (schedule.every() == Every.HOUR) {
      return;
    }
    Set<LocalDate> days = new HashSet<>();
    List<Instant> moments = new ArrayList<>();
    Instant end = begin.plus(Duration.ofDays(365));
    for (Instant at = schedule.next(begin, zone); at.isBefore(end); at = schedule.next(at, zone)) {
      moments.add(at);
      days.add(at.atZone(zone).toLocalDate());
    }
    int expected =
        switch (schedule.every()) {
          case DAY -> 365;
          case WEEK -> 52;
          default -> 12;
        };
    assertThat(moments).hasSizeBetween(expected - 1, expected + 1);
    // A clock that is put forward at midnight moves what is due before it into the day after.
    assertThat(days).hasSizeGreaterThanOrEqualTo(moments.size() - 2);
  }

  private static boolean shows(Schedule schedule, ZonedDateTime moment) {
    LocalDate day = moment.toLocalDate();
    return switch (schedule.every()) {
      case HOUR -> moment.getMinute() == 0;
      case DAY -> moment.toLocalTime().equals(schedule.at());
      case WEEK ->
          moment.toLocalTime().equals(schedule.at()) && day.getDayOfWeek() == schedule.weekday();
      case MONTH ->
          moment.toLocalTime().equals(schedule.at())
              && day.getDayOfMonth() == Math.min(schedule.dayOfMonth(), day.lengthOfMonth());
    };
  }

  private static boolean isSecondShowing(Schedule schedule, ZonedDateTime moment) {
    return schedule.every() != Every.HOUR
        && !moment.withEarlierOffsetAtOverlap().toInstant().equals(moment.toInstant());
  }

  private static void around(String zone, String day, String expected, String after) {
    Schedule daily = Schedule.daily(HALF_PAST_TWO);
    Instant noonBefore =
        LocalDate.parse(day).minusDays(1).atTime(12, 0).atZone(ZoneId.of(zone)).toInstant();
    next(daily, noonBefore.toString(), zone, expected);
    next(daily, expected, zone, after);
  }

  private static List<String> hours(String from, String zone, int count) {
    return Stream.iterate(
            Schedule.hourly().next(Instant.parse(from), ZoneId.of(zone)),
            at -> Schedule.hourly().next(at, ZoneId.of(zone)))
        .limit(count)
        .map(
            at ->
                at.atZone(ZoneId.of(zone)).toLocalTime()
                    + "/"
                    + at.toString().substring(11, 16)
                    + "Z")
        .toList();
  }

  private static void next(Schedule schedule, String after, String zone, String expected) {
    assertThat(schedule.next(Instant.parse(after), ZoneId.of(zone)))
        .as("%s after %s in %s", schedule, after, zone)
        .isEqualTo(expected);
  }
}
