package io.ledgerway.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "HOURLY,      2026-03-10T10:20:00Z, 31, 2026-03-10T11:00:00Z",
    "DAILY,       2026-03-10T10:20:00Z, 31, 2026-03-11T02:00:00Z",
    "DAILY,       2026-03-10T01:59:59Z, 31, 2026-03-10T02:00:00Z",
    "DAILY,       2026-03-10T02:00:00Z, 31, 2026-03-11T02:00:00Z",
    "WEEKLY,      2026-03-10T10:20:00Z, 31, 2026-03-16T02:00:00Z",
    "WEEKLY,      2026-03-16T01:00:00Z, 31, 2026-03-16T02:00:00Z",
    "WEEKLY,      2026-03-16T02:00:00Z, 31, 2026-03-23T02:00:00Z",
    "MONTHLY,     2026-03-10T10:20:00Z, 31, 2026-04-01T02:00:00Z",
    "MONTHLY,     2026-12-31T23:00:00Z, 31, 2027-01-01T02:00:00Z",
    "CLOSING_DAY, 2026-01-31T03:00:00Z, 31, 2026-02-28T02:00:00Z",
    "CLOSING_DAY, 2026-02-28T02:00:00Z, 31, 2026-03-31T02:00:00Z",
    "CLOSING_DAY, 2026-03-10T10:20:00Z, 15, 2026-03-15T02:00:00Z",
    "CLOSING_DAY, 2026-03-15T02:00:00Z, 15, 2026-04-15T02:00:00Z"
  })
  void a_source_is_read_in_the_night_that_the_company_chose(
      PollSchedule schedule, Instant now, int closingDay, Instant next) {
    assertThat(schedule.next(now, ZoneId.of("UTC"), closingDay)).isEqualTo(next);
  }

  @Test
  void the_night_is_the_companys_own() {
    assertThat(
            PollSchedule.DAILY.next(
                Instant.parse("2026-03-10T10:20:00Z"), ZoneId.of("Pacific/Auckland"), 31))
        .isEqualTo("2026-03-10T13:00:00Z");
  }

  @Test
  void an_hour_that_summer_time_leaves_out_is_the_one_after() {
    assertThat(
            PollSchedule.DAILY.next(
                Instant.parse("2026-03-28T22:00:00Z"), ZoneId.of("Europe/Berlin"), 31))
        .isEqualTo("2026-03-29T01:00:00Z");
  }
}
