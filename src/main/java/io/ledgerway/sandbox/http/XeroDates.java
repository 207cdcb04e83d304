package io.ledgerway.sandbox.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Xero's ways to write dates, xero-api.md 2.3 and 2.4. */
public final class XeroDates {

  private static final Pattern NET = Pattern.compile("/Date\\((-?\\d+)([+-]\\d{4})?\\)/");

  private XeroDates() {}

  /** {@code /Date(1659472096062+0000)/}. */
  public static String show(long millis) {
    return "/Date(" + millis + "+0000)/";
  }

  /** {@code /Date(1659472096062)/}: what was written this moment, and the envelope's own time. */
  public static String showNow(long millis) {
    return "/Date(" + millis + ")/";
  }

  /** {@code 2022-08-02T01:02:03Z}, the twin of a moment: to the second. */
  public static String stringUtc(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public static String show(LocalDate date) {
    return date == null ? null : show(date.toEpochDay() * 86_400_000L);
  }

  /** {@code 2022-08-02T00:00:00}, the twin of a document's date. */
  public static String string(LocalDate date) {
    return date == null ? null : date + "T00:00:00";
  }

  /**
   * A date in a request: {@code 2022-08-02}, an ISO date-time, or {@code /Date(…)/}.
   *
   * @throws DateTimeException when it is none of these
   */
  public static LocalDate parseDate(String text) {
    Matcher net = NET.matcher(text);
    if (net.matches()) {
      return LocalDate.ofInstant(
          Instant.ofEpochMilli(Long.parseLong(net.group(1))), ZoneOffset.UTC);
    }
    if (text.length() == 10) {
      return LocalDate.parse(text);
    }
    // The calendar day as it is written: an offset never moves it.
    return LocalDate.from(DateTimeFormatter.ISO_DATE_TIME.parse(text));
  }

  /**
   * {@code If-Modified-Since} in the documented form (UTC without zone), ISO with zone, or RFC
   * 1123.
   *
   * @throws DateTimeException when it is none of these
   */
  public static Instant parseSince(String text) {
    if (!text.isEmpty() && Character.isLetter(text.charAt(0))) {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noZone) {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
  }
}
