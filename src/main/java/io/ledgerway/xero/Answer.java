package io.ledgerway.xero;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;

/**
 * An answer of Xero, of any status.
 *
 * @param headers names in any case
 */
record Answer(int status, Map<String, Object> headers, byte[] body) {

  boolean successful() {
    // 304 is not documented by Xero; it would mean that nothing is new (xero-api.md 2.4).
    return (status >= 200 && status < 300) || status == 304;
  }

  String header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name) && header.getValue() != null)
        .map(header -> header.getValue().toString())
        .findFirst()
        .orElse(null);
  }

  String correlationId() {
    return header("xero-correlation-id");
  }

  /** Xero's clock, or null. */
  Instant date() {
    String date = header("Date");
    try {
      return date == null
          ? null
          : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  Remaining remaining() {
    return new Remaining(
        number("X-MinLimit-Remaining"),
        number("X-DayLimit-Remaining"),
        number("X-AppMinLimit-Remaining"));
  }

  /** A header's whole number, or null. */
  Integer number(String header) {
    String text = header(header);
    try {
      return text == null ? null : Integer.valueOf(text.trim());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The body as a map; empty when there is none. */
  Map<String, Object> json() throws IOException {
    return body.length == 0 ? Map.of() : XeroJson.read(body);
  }

  /** The first words of a body that may be anything, without mark-up. */
  String text() {
    String text =
        new String(body, 0, Math.min(body.length, 4000), StandardCharsets.UTF_8)
            .replaceAll("<[^>]*>", " ")
            .replaceAll("\\s+", " ")
            .trim();
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
