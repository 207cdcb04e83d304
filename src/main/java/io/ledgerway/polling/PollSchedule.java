package io.ledgerway.polling;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** When a company wants a source to be read: at two in the night, by its own clock. */
enum PollSchedule {
  HOURLY {
    @Override
    ZonedDateTime after(ZonedDateTime now, int closingDay) {
      return now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
    }
  },
  DAILY {
    @Override
    ZonedDateTime after(ZonedDateTime now, int closingDay) {
      ZonedDateTime today = night(now);
      return today.isAfter(now) ? today : night(now.plusDays(1));
    }
  },
  /** On Mondays. */
  WEEKLY {
    @Override
    ZonedDateTime after(ZonedDateTime now, int closingDay) {
      ZonedDateTime monday = night(now.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
      return monday.isAfter(now) ? monday : night(monday.plusWeeks(1));
    }
  },
  /** On the first of the month. */
  MONTHLY {
    @Override
    ZonedDateTime after(ZonedDateTime now, int closingDay) {
      return CLOSING_DAY.after(now, 1);
    }
  },
  /** On that day of the month, or its last when it has fewer. */
  CLOSING_DAY {
    @Override
    ZonedDateTime after(ZonedDateTime now, int closingDay) {
      ZonedDateTime day = closing(now, closingDay);
      return day.isAfter(now) ? day : closing(now.withDayOfMonth(1).plusMonths(1), closingDay);
    }
  };

  private static final int HOUR = 2;

  abstract ZonedDateTime after(ZonedDateTime now, int closingDay);

  /**
   * @param closingDay 1 to 31; for {@link #CLOSING_DAY} alone
   */
  Instant next(Instant now, ZoneId zone, int closingDay) {
    return after(now.atZone(zone), closingDay).toInstant();
  }

  private static ZonedDateTime night(ZonedDateTime day) {
    return day.truncatedTo(ChronoUnit.DAYS).withHour(HOUR);
  }

  private static ZonedDateTime closing(ZonedDateTime month, int day) {
    int last = month.toLocalDate().lengthOfMonth();
    return night(month.withDayOfMonth(Math.min(day, last)));
  }
}
