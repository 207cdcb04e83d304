package io.ledgerway.export;

import io.ledgerway.schedule.Schedule;
import io.ledgerway.source.ChoicesRefused;
import io.ledgerway.source.ChoicesRefused.Wrong;
import io.ledgerway.sql.StorableText;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When documents go out, as it was chosen. Immutable.
 *
 * @param at by the clock of the company's zone, to the minute; null where no time of day belongs to
 *     the mode
 * @param weekday of {@link ExportMode#WEEKLY} alone
 * @param day of the month, 1 to 31, or the last of one that has fewer; of {@link
 *     ExportMode#MONTHLY} alone
 * @param runsAs whose exports they are
 */
public record ExportSchedule(
    ExportMode mode, LocalTime at, DayOfWeek weekday, Integer day, String runsAs) {

  private static final int LONGEST_NAME = 320;
  private static final LocalTime NIGHT = LocalTime.of(2, 0);

  /** That of a company that chose nothing. */
  static final ExportSchedule REAL_TIME =
      new ExportSchedule(ExportMode.REAL_TIME, null, null, null, null);

  /**
   * What somebody chooses; at two in the night, on Mondays, on the first, where that is left open.
   *
   * @throws ChoicesRefused with everything that is wrong
   */
  public static ExportSchedule chosen(
      ExportMode mode, LocalTime at, DayOfWeek weekday, Integer day, String runsAs) {
    List<Wrong> wrong = new ArrayList<>();
    if (mode == null) {
      wrong.add(new Wrong("mode", "say when documents go out, such as DAILY"));
    } else {
      refuse(wrong, "at", at != null && !mode.hasTimeOfDay(), mode);
      refuse(wrong, "weekday", weekday != null && mode != ExportMode.WEEKLY, mode);
      refuse(wrong, "day", day != null && mode != ExportMode.MONTHLY, mode);
    }
    if (day != null && (day < 1 || day > 31)) {
      wrong.add(new Wrong("day", "a day of the month is 1 to 31; 31 is the last of each month"));
    }
    if (runsAs == null || runsAs.isBlank() || !isName(runsAs)) {
      wrong.add(new Wrong("runsAs", "a user has 1 to " + LONGEST_NAME + " characters"));
    }
    if (!wrong.isEmpty()) {
      throw new ChoicesRefused(wrong);
    }
    return new ExportSchedule(
        mode,
        mode.hasTimeOfDay() ? at == null ? NIGHT : at.truncatedTo(ChronoUnit.MINUTES) : null,
        mode != ExportMode.WEEKLY ? null : weekday == null ? DayOfWeek.MONDAY : weekday,
        mode != ExportMode.MONTHLY ? null : day == null ? Integer.valueOf(1) : day,
        runsAs.strip());
  }

  /** When the next export begins by itself; null when none does. */
  Instant next(Instant after, ZoneId zone) {
    Schedule times =
        switch (mode) {
          case HOURLY -> Schedule.hourly();
          case DAILY -> Schedule.daily(at);
          case WEEKLY -> Schedule.weekly(weekday, at);
          case MONTHLY -> Schedule.monthly(day, at);
          default -> null;
        };
    return times == null ? null : times.next(after, zone);
  }

  private static void refuse(List<Wrong> wrong, String field, boolean given, ExportMode mode) {
    if (given) {
      wrong.add(new Wrong(field, "does not belong to " + mode + ": leave it out"));
    }
  }

  private static boolean isName(String user) {
    return user.length() <= LONGEST_NAME
        && StorableText.is(user)
        && user.chars().noneMatch(Character::isISOControl);
  }
}
