package io.ledgerway.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * Gathers outgoing records, keyed by company, so that the Kafka producer sends them together and
 * waits once.
 */
final class KafkaRecords {

  private KafkaRecords() {}

  static AggregationStrategy gathering() {
    return (gathered, next) -> {
      Message record = next.getMessage().copy();
      record.setHeader(KafkaConstants.KEY, next.getVariable("company", String.class));
      if (gathered == null) {
        List<Message> records = new ArrayList<>();
        records.add(record);
        next.getMessage().setBody(records);
        return next;
      }
      @SuppressWarnings("unchecked")
      List<Message> records = gathered.getMessage().getBody(List.class);
      records.add(record);
      return gathered;
    };
  }
}
