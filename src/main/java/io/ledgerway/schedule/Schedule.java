package io.ledgerway.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * When something is done that is done again and again. Immutable.
 *
 * <p>An hour that a change to summer time leaves out is as much later as the clock was put forward;
 * one that comes twice is taken the first time. {@link Every#HOUR} is each moment at which the
 * clock shows a full hour.
 *
 * @param every how often
 * @param at the time of day; of no account every hour
 * @param weekday of {@link Every#WEEK} alone
 * @param dayOfMonth of {@link Every#MONTH} alone: 1 to 31, or the last of a month that has fewer
 */
public record Schedule(Every every, LocalTime at, DayOfWeek weekday, int dayOfMonth) {

  /** How often. */
  public enum Every {
    HOUR,
    DAY,
    WEEK,
    MONTH
  }

  public static Schedule hourly() {
    return new Schedule(Every.HOUR, LocalTime.MIDNIGHT, null, 0);
  }

  public static Schedule daily(LocalTime at) {
    return new Schedule(Every.DAY, at, null, 0);
  }

  public static Schedule weekly(DayOfWeek weekday, LocalTime at) {
    return new Schedule(Every.WEEK, at, weekday, 0);
  }

  public static Schedule monthly(int dayOfMonth, LocalTime at) {
    return new Schedule(Every.MONTH, at, null, dayOfMonth);
  }

  /** The first moment after that one: whatever was missed until then is not made up for. */
  public Instant next(Instant after, ZoneId zone) {
    return moments(after.atZone(zone))
        .map(ZonedDateTime::toInstant)
        .filter(moment -> moment.isAfter(after))
        .findFirst()
        .orElseThrow();
  }

  private Stream<ZonedDateTime> moments(ZonedDateTime around) {
    if (every == Every.HOUR) {
      // Minute by minute: zones differ from one another, and from themselves, by half an hour.
      return Stream.iterate(around.truncatedTo(ChronoUnit.MINUTES), minute -> minute.plusMinutes(1))
          .filter(minute -> minute.getMinute() == 0);
    }
    // From the day before: a clock that is put forward at midnight moves its time into the next.
    return Stream.iterate(around.toLocalDate().minusDays(1), day -> day.plusDays(1))
        .filter(this::isDay)
        .map(day -> ZonedDateTime.of(day, at, around.getZone()));
  }

  private boolean isDay(LocalDate day) {
    return switch (every) {
      case WEEK -> day.getDayOfWeek() == weekday;
      case MONTH -> day.getDayOfMonth() == Math.min(dayOfMonth, day.lengthOfMonth());
      default -> true;
    };
  }
}
