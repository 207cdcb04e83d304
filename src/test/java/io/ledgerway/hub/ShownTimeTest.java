package io.ledgerway.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTimeTest {

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final Instant NOW = Instant.parse("2026-11-25T01:20:00Z"); // 14:20 in Auckland

  private final ShownTime time = new ShownTime(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-25T01:20:00Z|just now",
        "2026-11-25T01:19:18Z|42 s ago",
        "2026-11-25T01:18:40Z|1 min ago",
        "2026-11-24T22:00:00Z|3 h ago",
        "2026-11-24T12:00:00Z|today, 01:00",
        "2026-11-24T06:12:00Z|yesterday, 19:12",
        "2026-11-22T06:12:00Z|22 Nov, 19:12",
        "2026-10-01T00:00:00Z|1 Oct",
        "2025-10-01T00:00:00Z|1 Oct 2025",
        "2026-11-25T02:00:00Z|today, 15:00",
        "2026-11-25T13:00:00Z|tomorrow, 02:00"
      })
  void a_time_is_told_from_now_and_later_by_its_day(Instant at, String told) {
    assertThat(time.ago(at, AUCKLAND)).isEqualTo(told);
  }

  @Test
  void the_exact_time_names_its_zone() {
    assertThat(time.full(NOW, AUCKLAND)).isEqualTo("2026-11-25 14:20:00 NZDT");
    assertThat(time.exact(NOW, AUCKLAND)).isEqualTo("2026-11-25T14:20:00+13:00");
  }

  @Test
  void a_day_is_long_in_text_and_short_in_tables() {
    assertThat(time.day(LocalDate.of(2026, 11, 25))).isEqualTo("25 November 2026");
    assertThat(time.date(LocalDate.of(2026, 9, 5))).isEqualTo("5 Sept");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.94S,0.9 s",
    "PT41S,41 s",
    "PT2M50S,2 min 50 s",
    "PT5M,5 min",
    "PT10H,10 h",
    "PT3H5M,3 h 5 min",
    "P3D,3 days"
  })
  void how_long_it_took_is_told_in_the_two_largest_units(Duration span, String told) {
    assertThat(time.span(span)).isEqualTo(told);
  }
}
