package io.ledgerway.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads fields of Xero documents, meant or answered, without trusting that they are there. */
public final class XeroFields {

  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)(?:[+-]\\d{4})?\\)/");

  private XeroFields() {}

  /** The text at a path such as {@code BankAccount, AccountID}; null when any step is missing. */
  public static String text(Map<?, ?> from, String... path) {
    Object value = at(from, path);
    return value == null || value instanceof Map || value instanceof List ? null : value.toString();
  }

  public static BigDecimal amount(Map<?, ?> from, String... path) {
    Object value = at(from, path);
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    try {
      return value == null ? null : new BigDecimal(value.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The objects of a list; empty when it is missing. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> objects(Map<?, ?> from, String name) {
    return from.get(name) instanceof List<?> list
        ? (List<Map<String, Object>>) (List<?>) list.stream().filter(Map.class::isInstance).toList()
        : List.of();
  }

  /**
   * What a line comes to, before tax is added to it: Xero computes it where it is not given. Null
   * when it has no amount.
   */
  public static BigDecimal lineAmount(Map<?, ?> line) {
    BigDecimal given = amount(line, "LineAmount");
    BigDecimal unit = amount(line, "UnitAmount");
    BigDecimal quantity = amount(line, "Quantity");
    if (given != null || unit == null || quantity == null || same(quantity, BigDecimal.ONE)) {
      return given == null ? unit : given;
    }
    return unit.multiply(quantity).setScale(2, RoundingMode.HALF_UP);
  }

  /** A calendar day in either of Xero's forms (xero-api.md 2.3); null when it is neither. */
  public static LocalDate day(String text) {
    if (text == null) {
      return null;
    }
    Matcher millis = MILLIS.matcher(text);
    if (millis.matches()) {
      return Instant.ofEpochMilli(Long.parseLong(millis.group(1)))
          .atZone(ZoneOffset.UTC)
          .toLocalDate();
    }
    return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
  }

  public static boolean same(BigDecimal one, BigDecimal other) {
    return one == null ? other == null : other != null && one.compareTo(other) == 0;
  }

  private static Object at(Map<?, ?> from, String... path) {
    Object value = from;
    for (String step : path) {
      value = value instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return value;
  }
}
