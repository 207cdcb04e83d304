package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.problem.Told;
import io.ledgerway.sql.StorableText;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Turns what went wrong with one record into its {@link Refusal}, so that the others go on. */
class RefuseRecord implements Processor {

  @Override
  public void process(Exchange exchange) {
    IncomingRecord record = exchange.getVariable(CheckRecord.RECORD, IncomingRecord.class);
    JsonNode event = exchange.getVariable(ReadEvent.EVENT, JsonNode.class);
    Exception failure = failure(exchange);
    Told told = Told.of(failure, "NOT_UNDERSTOOD");
    exchange
        .getMessage()
        .setBody(
            new Refusal(
                record,
                shortText(event, "company"),
                shortText(event, "id"),
                told.code(),
                told.message(),
                told.hint(),
                waitsFor(failure, exchange.getVariable(Mappings.NAME_VARIABLE, String.class)),
                exchange.getProperty(Exchange.FAILURE_ROUTE_ID, String.class)));
  }

  /** Where the ledger cannot hold what is not of its schema, that is its sender's to mend. */
  private static Exception failure(Exchange exchange) {
    EventMistakes mistakes = exchange.getVariable(EventMistakes.VARIABLE, EventMistakes.class);
    return mistakes == null
        ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)
        : mistakes.refusal();
  }

  /** What its sender need not mend: the mapping's mistake, or ours, which another engine mends. */
  private static String waitsFor(Exception failure, String mapping) {
    if (failure instanceof RefusedRecordException) {
      return null;
    }
    return mapping == null ? "engine" : "mapping:" + mapping;
  }

  private static String shortText(JsonNode event, String field) {
    if (event == null || !event.path(field).isTextual()) {
      return null;
    }
    String text = event.path(field).asText();
    return StorableText.of(text.length() > 100 ? text.substring(0, 100) : text);
  }
}
