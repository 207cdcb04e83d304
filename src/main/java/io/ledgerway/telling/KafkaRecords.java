package io.ledgerway.telling;

import io.ledgerway.step.Gather;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Message;

/**
 * Gathers outgoing records, so that the Kafka producer sends them together and waits once. What was
 * put aside has no body and is left out.
 */
final class KafkaRecords {

  private KafkaRecords() {}

  static AggregationStrategy gathering() {
    return Gather.<List<Message>>into(
        ArrayList::new,
        (records, part) -> {
          if (part.getMessage().getBody() != null) {
            records.add(part.getMessage().copy());
          }
        });
  }
}
