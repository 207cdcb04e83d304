package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.posting.Arrival;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes the {@link Entry} of the event that came from what the source's {@code ledger-entry}
 * mapping says of it.
 */
class EnterDocument implements Processor {

  static final String EVENT = "event";

  @Override
  public void process(Exchange exchange) {
    IncomingRecord record = exchange.getVariable(CheckRecord.RECORD, IncomingRecord.class);
    JsonNode event = exchange.getVariable(EVENT, JsonNode.class);
    Map<?, ?> said = exchange.getMessage().getBody(Map.class);
    exchange
        .getMessage()
        .setBody(
            new Entry(
                record,
                new Arrival(
                    text(said, "company"),
                    text(said, "source"),
                    text(said, "sourceId"),
                    ((Number) said.get("version")).intValue(),
                    text(said, "kind"),
                    text(said, "resource"),
                    date(text(said, "date")),
                    text(said, "currency"),
                    (BigDecimal) decimal(said.get("total")),
                    text(said, "employee"),
                    text(said, "merchant"),
                    new String(record.value(), StandardCharsets.UTF_8),
                    EventJson.contentHash(event))));
  }

  private static Object decimal(Object value) {
    return value == null || value instanceof BigDecimal ? value : new BigDecimal(value.toString());
  }

  private static LocalDate date(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new RefusedRecordException(
          "NOT_OF_SCHEMA",
          "date: '" + text + "' is no day of the calendar.",
          "Send a date as 2026-01-31.");
    }
  }

  /** Text as PostgreSQL can store it: without NUL and without half of a surrogate pair. */
  private static String text(Map<?, ?> said, String name) {
    Object value = said.get(name);
    if (value == null) {
      return null;
    }
    byte[] utf8 = value.toString().replace("\u0000", "").getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
