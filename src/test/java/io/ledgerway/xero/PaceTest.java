package io.ledgerway.xero;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * How long documents that fill no call wait for company: the rule itself, as the database has it.
 */
class PaceTest {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Instant T = Instant.parse("2026-01-31T10:00:00Z");
  private static Database database;

  @BeforeContainer
  static void open() {
    database = new Database();
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  @Property(tries = 400)
  void whatever_is_left_the_wait_has_bounds(
      @ForAll @IntRange(max = 5000) int left,
      @ForAll @IntRange(max = 5000) int since,
      @ForAll @IntRange(min = -1000, max = 90_000) int secondsToGo) {
    Duration wait = wait(left, since, secondsToGo);
    assertThat(wait).isBetween(Duration.ZERO, LONGEST);
    assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(Math.max(0, secondsToGo)));
  }

  @Property(tries = 400)
  void the_fewer_calls_are_left_the_longer_is_the_wait(
      @ForAll @IntRange(min = 10, max = 5000) int limit,
      @ForAll @IntRange(min = 1, max = 5000) int used,
      @ForAll @IntRange(min = 1, max = 90_000) int secondsToGo) {
    int now = Math.min(used, limit);
    assertThat(wait(limit - now, now, secondsToGo))
        .isGreaterThanOrEqualTo(wait(limit - now + 1, now - 1, secondsToGo));
  }

  @Property(tries = 400)
  void the_sooner_the_day_ends_the_shorter_is_the_wait(
      @ForAll @IntRange(max = 1000) int used,
      @ForAll @IntRange(min = 1, max = 86_405) int secondsToGo) {
    assertThat(wait(1000 - used, used, secondsToGo - 1))
        .isLessThanOrEqualTo(wait(1000 - used, used, secondsToGo));
  }

  @Property(tries = 4)
  void with_a_thousand_calls_a_day_ten_thousand_documents_spread_over_it_are_posted_that_day(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int kinds,
      @ForAll boolean planIsKnown) {
    PaceSimulation day =
        new PaceSimulation(database, seed, 1000, planIsKnown ? 1000 : 5000, kinds)
            .run(10_000, Duration.ofDays(1).dividedBy(10_000));

    assertThat(day.posted).isEqualTo(10_000);
    assertThat(day.calls).isBetween(500, 880);
    assertThat(day.tooMany).isZero();
    assertThat(day.longestWait).isLessThanOrEqualTo(LONGEST);
  }

  @Property(tries = 4)
  void however_many_come_at_whatever_pace_no_call_is_one_too_many(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int kinds,
      @ForAll boolean planIsKnown,
      @ForAll @IntRange(min = 2, max = 400) int secondsApart) {
    Duration apart = Duration.ofSeconds(secondsApart);
    int documents = (int) Duration.ofDays(2).dividedBy(apart);
    PaceSimulation days =
        new PaceSimulation(database, seed, 1000, planIsKnown ? 1000 : 5000, kinds)
            .run(Math.min(documents, 8000), apart);

    assertThat(days.refused).isZero();
    assertThat(days.tooMany).isZero();
    assertThat(days.longestWait).isLessThanOrEqualTo(LONGEST);
  }

  @Example
  void a_hundred_singles_in_a_row_wait_for_nothing_when_the_day_begins_and_the_last_hundred_do() {
    for (int used = 1; used <= 110; used++) {
      assertThat(wait(1000 - used, used, 86_400)).isEqualTo(Duration.ZERO);
    }
    assertThat(wait(400, 600, 86_400)).isGreaterThan(Duration.ofMinutes(5));
    assertThat(wait(300, 700, 86_400)).isEqualTo(LONGEST);
    assertThat(wait(300, 700, 300)).isEqualTo(Duration.ofMinutes(5));
  }

  @Example
  void of_a_minute_the_first_few_go_at_once_and_the_rest_evenly() {
    assertThat(waitOfMinute(57, 3, 59)).isEqualTo(Duration.ZERO);
    assertThat(waitOfMinute(53, 7, 60)).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1300));
    assertThat(waitOfMinute(20, 40, 20)).isLessThan(Duration.ofMillis(1300));
  }

  private static Duration wait(int left, int since, int secondsToGo) {
    Instant anchor = T.plusSeconds(secondsToGo).minusSeconds(86_405);
    return linger(left, since, anchor, 60, 0, T);
  }

  private static Duration waitOfMinute(int left, int since, int secondsToGo) {
    return linger(5000, 0, T, left, since, T.plusSeconds(secondsToGo).minusMillis(60_500));
  }

  private static Duration linger(
      int dayLeft,
      int daySince,
      Instant dayAnchor,
      int minuteLeft,
      int minuteSince,
      Instant minuteAnchor) {
    return database
        .jdbc()
        .sql(
            """
            select 1000 * extract(epoch from xero_linger(t, :now, :longest::interval))
            from (select :tenant::text, null::timestamptz, null::text, :minuteLeft::int,
                         :minuteAnchor::timestamptz, :minuteSince::int, :dayLeft::int,
                         :dayAnchor::timestamptz, :daySince::int) as row_of (a, b, c, d, e, f, g, h, i),
                 lateral (select (row_of.*)::xero_tenant as t) as tenant
            """)
        .param("now", T.atOffset(ZoneOffset.UTC))
        .param("longest", LONGEST.toSeconds() + " seconds")
        .param("tenant", UuidCreator.getTimeOrderedEpoch().toString())
        .param("minuteLeft", minuteLeft)
        .param("minuteAnchor", minuteAnchor.atOffset(ZoneOffset.UTC))
        .param("minuteSince", minuteSince)
        .param("dayLeft", dayLeft)
        .param("dayAnchor", dayAnchor.atOffset(ZoneOffset.UTC))
        .param("daySince", daySince)
        .query((row, number) -> Duration.ofMillis(Math.round(row.getDouble(1))))
        .single();
  }
}
