package io.ledgerway.intake;

import io.ledgerway.step.Gather;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * Gathers outgoing records, keyed by one of their variables, so that the Kafka producer sends them
 * together and waits once.
 */
final class KafkaRecords {

  private KafkaRecords() {}

  static AggregationStrategy keyedBy(String variable) {
    return Gather.<List<Message>>into(
        ArrayList::new,
        (records, part) -> {
          Message record = part.getMessage().copy();
          record.setHeader(KafkaConstants.KEY, part.getVariable(variable, String.class));
          records.add(record);
        });
  }
}
