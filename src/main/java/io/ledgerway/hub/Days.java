package io.ledgerway.hub;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Days of a zone, and the ids of what came on them: an id begins with the milliseconds of its time.
 * Immutable.
 */
record Days(List<LocalDate> days, ZoneId zone) {

  private static final int BITS_AFTER_TIME = 16;

  /** The last days, today last. */
  static Days last(int number, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return new Days(today.minusDays(number - 1L).datesUntil(today.plusDays(1)).toList(), zone);
  }

  String[] dates() {
    return days.stream().map(LocalDate::toString).toArray(String[]::new);
  }

  /** For each day the least id that one of it can have. */
  UUID[] lows() {
    return days.stream().map(this::least).toArray(UUID[]::new);
  }

  UUID[] highs() {
    return days.stream().map(day -> least(day.plusDays(1))).toArray(UUID[]::new);
  }

  private UUID least(LocalDate day) {
    return new UUID(day.atStartOfDay(zone).toInstant().toEpochMilli() << BITS_AFTER_TIME, 0);
  }
}
