package io.ledgerway.mapping;

import io.ledgerway.mapping.MappingFunction.Arguments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Xero's dates (xero-api.md 2.3) as ISO 8601. */
final class DateFunctions {

  static final List<MappingFunction> ALL =
      List.of(
          new MappingFunction(
              "instant",
              "date",
              "A moment as Xero writes it, such as `/Date(1659472096062+0000)/`, in ISO 8601, UTC.",
              (evaluation, given) -> converted(given, DateFunctions::instant)),
          new MappingFunction(
              "day",
              "date",
              "A day as Xero writes it, in ISO 8601; no time zone shifts it.",
              (evaluation, given) -> converted(given, DateFunctions::day)));

  // The milliseconds are UTC; the offset behind them changes nothing.
  private static final Pattern MILLISECONDS =
      Pattern.compile("/Date\\((-?\\d{1,18})(?:[+-]\\d{4})?\\)/");

  private DateFunctions() {}

  private static Instant instant(String text) {
    Matcher milliseconds = MILLISECONDS.matcher(text);
    if (milliseconds.matches()) {
      return Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1)));
    }
    return (Instant)
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text,
            parsed -> OffsetDateTime.from(parsed).toInstant(),
            parsed -> LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
  }

  private static LocalDate day(String text) {
    return text.startsWith("/") || text.length() < 10
        ? instant(text).atOffset(ZoneOffset.UTC).toLocalDate()
        : LocalDate.parse(text.substring(0, 10));
  }

  private static Object converted(Arguments given, Function<String, Object> conversion) {
    String text = given.text(0);
    try {
      return text == null ? null : conversion.apply(text).toString();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a date of Xero's: " + text, e);
    }
  }
}
