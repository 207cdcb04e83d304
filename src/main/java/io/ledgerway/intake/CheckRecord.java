package io.ledgerway.intake;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Refuses what should not even be parsed, and passes the value on as the body. Sizes are those of
 * an event with a thousand lines, several times over.
 */
class CheckRecord implements Processor {

  static final String RECORD = "record";
  static final int MAX_VALUE_BYTES = 512 * 1024;
  static final int MAX_HEADERS = 100;
  static final int MAX_HEADER_BYTES = 64 * 1024;

  @Override
  public void process(Exchange exchange) {
    IncomingRecord record = exchange.getMessage().getBody(IncomingRecord.class);
    exchange.setVariable(RECORD, record);
    if (record.headers().size() > MAX_HEADERS || record.headerBytes() > MAX_HEADER_BYTES) {
      throw new RefusedRecordException(
          "TOO_MANY_HEADERS",
          "The record came with %d headers of %d bytes together."
              .formatted(record.headers().size(), record.headerBytes()),
          "Send at most %d headers of %d bytes together.".formatted(MAX_HEADERS, MAX_HEADER_BYTES));
    }
    if (record.value() == null || record.value().length == 0) {
      throw new RefusedRecordException(
          "EMPTY_EVENT",
          "The record has no value.",
          "Send the event itself; nothing can be deleted this way.");
    }
    if (record.value().length > MAX_VALUE_BYTES) {
      throw new RefusedRecordException(
          "EVENT_TOO_LARGE",
          "The event has %d bytes.".formatted(record.value().length),
          "Send at most %d bytes; documents are sent as links.".formatted(MAX_VALUE_BYTES));
    }
    exchange.getMessage().setBody(record.value());
  }
}
