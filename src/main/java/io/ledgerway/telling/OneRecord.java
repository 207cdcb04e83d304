package io.ledgerway.telling;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** From one row of a walk to one record for the broker. */
final class OneRecord {

  private OneRecord() {}

  /** Sets the record's key, variable {@code company}, and what else the row says of it. */
  static void begin(Exchange exchange) {
    Message message = exchange.getMessage();
    Telling one = Telling.of(message.getBody(Map.class));
    message.setHeader(Telling.HEADER, one);
    message.setHeader(KafkaConstants.KEY, one.key());
    exchange.setVariable("company", one.company());
  }

  /** Refuses a record that the broker would not take. */
  static void fit(Exchange exchange, int mostBytes) {
    int bytes = exchange.getMessage().getBody(byte[].class).length;
    if (bytes > mostBytes) {
      throw new RecordTooLarge(bytes, mostBytes);
    }
  }
}
