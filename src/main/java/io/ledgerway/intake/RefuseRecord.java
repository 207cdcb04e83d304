package io.ledgerway.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.StorableText;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Turns what went wrong with one record into its {@link Refusal}, so that the others go on. */
class RefuseRecord implements Processor {

  @Override
  public void process(Exchange exchange) {
    IncomingRecord record = exchange.getVariable(CheckRecord.RECORD, IncomingRecord.class);
    JsonNode event = exchange.getVariable(ReadEvent.EVENT, JsonNode.class);
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    exchange
        .getMessage()
        .setBody(
            new Refusal(
                record,
                shortText(event, "company"),
                shortText(event, "id"),
                code(failure),
                message(failure),
                hint(failure),
                waitsFor(failure, exchange.getVariable(Mappings.NAME_VARIABLE, String.class))));
  }

  /** What its sender need not mend: the mapping's mistake, or ours, which another engine mends. */
  private static String waitsFor(Exception failure, String mapping) {
    if (failure instanceof RefusedRecordException || isJson(failure)) {
      return null;
    }
    return mapping == null ? "engine" : "mapping:" + mapping;
  }

  private static String code(Exception failure) {
    return failure instanceof LedgerwayException known
        ? known.code()
        : isJson(failure) ? "NOT_JSON" : "NOT_UNDERSTOOD";
  }

  private static String message(Exception failure) {
    if (failure instanceof LedgerwayException known) {
      return known.plainMessage();
    }
    return failure instanceof JsonProcessingException json
        ? json.getOriginalMessage() + position(json)
        : String.valueOf(failure.getMessage());
  }

  private static String position(JsonProcessingException json) {
    return json.getLocation() == null
        ? ""
        : " (line "
            + json.getLocation().getLineNr()
            + ", column "
            + json.getLocation().getColumnNr()
            + ")";
  }

  private static String hint(Exception failure) {
    return failure instanceof LedgerwayException known && known.hint() != null
        ? known.hint()
        : isJson(failure) ? "Send well-formed JSON in UTF-8." : "Tell whoever runs this engine.";
  }

  private static boolean isJson(Exception failure) {
    return failure instanceof JsonProcessingException;
  }

  private static String shortText(JsonNode event, String field) {
    if (event == null || !event.path(field).isTextual()) {
      return null;
    }
    String text = event.path(field).asText();
    return StorableText.of(text.length() > 100 ? text.substring(0, 100) : text);
  }
}
