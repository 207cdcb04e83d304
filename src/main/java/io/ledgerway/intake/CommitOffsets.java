package io.ledgerway.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Moves the offsets of a batch on, one commit for each partition in it. Called last: what it
 * commits is stored or put aside.
 */
class CommitOffsets implements Processor {

  static final String BATCH = "kafkaBatch";

  @Override
  public void process(Exchange exchange) {
    List<?> batch = exchange.getVariable(BATCH, List.class);
    Map<String, KafkaManualCommit> lastOfPartition = new LinkedHashMap<>();
    for (Object one : batch) {
      var message = ((Exchange) one).getMessage();
      lastOfPartition.put(
          message.getHeader(KafkaConstants.TOPIC)
              + "/"
              + message.getHeader(KafkaConstants.PARTITION),
          message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class));
    }
    lastOfPartition.values().forEach(KafkaManualCommit::commit);
  }
}
