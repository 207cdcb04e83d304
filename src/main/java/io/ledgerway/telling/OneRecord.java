package io.ledgerway.telling;

import io.ledgerway.trace.Stretch;
import io.ledgerway.trace.Traces;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** From one row of a walk to one record for the broker. */
final class OneRecord {

  private OneRecord() {}

  /** Sets the record's key, variable {@code company}, and what else the row says of it. */
  static void begin(Exchange exchange, Traces traces) {
    Message message = exchange.getMessage();
    Telling one = Telling.of(message.getBody(Map.class));
    message.setHeader(Telling.HEADER, one);
    message.setHeader(KafkaConstants.KEY, one.key());
    exchange.setVariable("company", one.company());
    if (one.trace() != null && traces.isOn()) {
      follow(exchange, one, traces);
    }
  }

  /** Whoever reads the record goes on in the trace. */
  private static void follow(Exchange exchange, Telling one, Traces traces) {
    Map<?, ?> row = exchange.getMessage().getBody(Map.class);
    Stretch stretch =
        traces
            .begin("tell")
            .ofARecordOut()
            .under(one.trace())
            .begin()
            .with("messaging.destination.name", exchange.getVariable("topic", String.class))
            .with("ledgerway.company", one.company())
            .with("ledgerway.posting", text(row.get("posting")))
            .with("ledgerway.state", text(row.get("state")));
    Walk.of(exchange).follow(one, stretch);
    exchange.setVariable(Stretch.TRACE, one.trace().id());
    stretch.context().headers().forEach(exchange.getMessage()::setHeader);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  /** Refuses a record that the broker would not take. */
  static void fit(Exchange exchange, int mostBytes) {
    int bytes = exchange.getMessage().getBody(byte[].class).length;
    if (bytes > mostBytes) {
      throw new RecordTooLarge(bytes, mostBytes);
    }
  }
}
