package io.ledgerway.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Times as people read them, in a company's zone. Thread-safe. */
@Component
class ShownTime {

  private static final DateTimeFormatter MINUTE = format("HH:mm");
  private static final DateTimeFormatter SECOND = format("HH:mm:ss");
  private static final DateTimeFormatter FULL = format("yyyy-MM-dd HH:mm:ss zzz");
  private static final DateTimeFormatter DAY = format("d MMMM yyyy");
  private static final DateTimeFormatter SHORT = format("d MMM");
  private static final DateTimeFormatter SHORT_WITH_YEAR = format("d MMM yyyy");
  private static final DateTimeFormatter WEEKDAY = format("EEE d MMM");
  private static final int HOURS_TOLD = 12;

  private final Clock clock;

  ShownTime(Clock clock) {
    this.clock = clock;
  }

  /** How long ago within half a day, then "today", "yesterday" and dates. */
  public String ago(Instant at, ZoneId zone) {
    Instant now = clock.instant();
    Duration since = Duration.between(at, now);
    if (!since.isNegative() && since.toHours() < HOURS_TOLD) {
      return since.toSeconds() < 1
          ? "just now"
          : since.toMinutes() < 1
              ? since.toSeconds() + " s ago"
              : since.toHours() < 1 ? since.toMinutes() + " min ago" : since.toHours() + " h ago";
    }
    long days = ChronoUnit.DAYS.between(day(at, zone), day(now, zone));
    String time = MINUTE.format(at.atZone(zone));
    if (days >= -1 && days <= 1) {
      return (days == 0 ? "today" : days == 1 ? "yesterday" : "tomorrow") + ", " + time;
    }
    return date(day(at, zone))
        + (Math.abs(days) < ChronoUnit.WEEKS.getDuration().toDays() ? ", " + time : "");
  }

  /** For machines, in the zone. */
  public String exact(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  /** To the second, with the zone's name. */
  public String full(Instant at, ZoneId zone) {
    return FULL.format(at.atZone(zone));
  }

  public String clock(Instant at, ZoneId zone) {
    return SECOND.format(at.atZone(zone));
  }

  public String minute(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }

  /** As in text: 25 November 2026. */
  public String day(LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** The same of a text that is a day; any other text stays. */
  public String dayIn(String text) {
    return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? day(LocalDate.parse(text)) : text;
  }

  /** As in tables: 25 Nov, with the year when it is another one than this. */
  public String date(LocalDate day) {
    int year = LocalDate.now(clock).getYear();
    return day == null ? "" : (day.getYear() == year ? SHORT : SHORT_WITH_YEAR).format(day);
  }

  public String date(Instant at, ZoneId zone) {
    return date(day(at, zone));
  }

  public String weekday(LocalDate day) {
    return WEEKDAY.format(day);
  }

  /** The zone's short name at that time, such as NZDT. */
  public String zone(Instant at, ZoneId zone) {
    return format("zzz").format(at.atZone(zone));
  }

  /** How long: 0.9 s, 41 s, 2 min 50 s, 3 h 5 min, 2 days. */
  public String span(Duration span) {
    if (span.toSeconds() < 10) {
      return "%d.%d s".formatted(span.toSeconds(), span.toMillisPart() / 100);
    }
    if (span.toMinutes() < 1) {
      return span.toSeconds() + " s";
    }
    if (span.toHours() < 1) {
      return span.toMinutes() + " min" + rest(span.toSecondsPart(), " s");
    }
    return span.toDays() < 2
        ? span.toHours() + " h" + rest(span.toMinutesPart(), " min")
        : span.toDays() + " days";
  }

  public String between(Instant from, Instant to) {
    return span(Duration.between(from, to));
  }

  private static String rest(int part, String unit) {
    return part == 0 ? "" : " " + part + unit;
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return ZonedDateTime.ofInstant(at, zone).toLocalDate();
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }
}
