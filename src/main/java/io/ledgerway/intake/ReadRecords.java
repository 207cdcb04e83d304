package io.ledgerway.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.kafka.common.header.Headers;

/**
 * Turns a batch of Kafka exchanges into plain {@link IncomingRecord}s. The only place that reads
 * {@code kafka.*} headers, whose names differ between Camel's versions.
 */
class ReadRecords implements Processor {

  private final Clock clock;

  ReadRecords(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    List<?> batch = exchange.getMessage().getBody(List.class);
    exchange.setVariable(CommitOffsets.BATCH, batch);
    exchange.getMessage().setBody(batch.stream().map(one -> read((Exchange) one)).toList());
  }

  private IncomingRecord read(Exchange one) {
    Message message = one.getMessage();
    List<RecordHeader> kept = new ArrayList<>();
    Headers headers = message.getHeader(KafkaConstants.HEADERS, Headers.class);
    if (headers != null) {
      for (var header : headers) {
        kept.add(new RecordHeader(header.key(), header.value()));
      }
    }
    return new IncomingRecord(
        message.getHeader(KafkaConstants.TOPIC, String.class),
        message.getHeader(KafkaConstants.PARTITION, Integer.class),
        message.getHeader(KafkaConstants.OFFSET, Long.class),
        message.getHeader(KafkaConstants.TIMESTAMP, 0L, Long.class),
        message.getHeader(KafkaConstants.KEY, String.class),
        message.getBody(byte[].class),
        kept,
        clock.instant(),
        null);
  }
}
