package io.ledgerway.xero;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of date that Xero reads and writes (xero-api.md 2.3, 2.4). Thread-safe. */
public final class XeroDates {

  // The offset behind the milliseconds is a display hint; the milliseconds are UTC without it.
  private static final Pattern MILLISECONDS =
      Pattern.compile("/Date\\((-?\\d+)(?:[+-]\\d{4})?\\)/");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private XeroDates() {}

  /**
   * Reads {@code /Date(1659472096062+0000)/}, ISO with a zone, ISO without one (which is UTC), and
   * a bare date (its midnight UTC).
   *
   * @throws DateTimeParseException when it is none of these
   */
  public static Instant instant(String text) {
    Matcher milliseconds = MILLISECONDS.matcher(text);
    if (milliseconds.matches()) {
      return Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1)));
    }
    if (text.indexOf('T') < 0) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    return (Instant)
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text,
            parsed -> OffsetDateTime.from(parsed).toInstant(),
            parsed -> LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
  }

  /**
   * Reads a document's date in any of those forms. It is a day of the calendar, which no zone
   * shifts.
   *
   * @throws DateTimeParseException when it is no date
   */
  public static LocalDate date(String text) {
    return text.startsWith("/") || text.length() < 10
        ? instant(text).atOffset(ZoneOffset.UTC).toLocalDate()
        : LocalDate.parse(text.substring(0, 10));
  }

  /** Writes the form of {@code If-Modified-Since}: UTC, cut to the second. */
  public static String ifModifiedSince(Instant since) {
    return SECONDS.format(since);
  }
}
