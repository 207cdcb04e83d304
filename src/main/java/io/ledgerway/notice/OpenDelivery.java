package io.ledgerway.notice;

import io.ledgerway.notice.NotDelivered.Then;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * Takes up the notice of variable {@code delivery}; the body is then its JSON. Variable {@code
 * noticeBy} says how it goes: TOPIC (variable {@code topic}), WEBHOOK or EMAIL, or NOTHING when
 * somebody else has delivered it.
 */
class OpenDelivery implements Processor {

  private final DeliveryTable table;
  private final String topic;

  OpenDelivery(DeliveryTable table, String topic) {
    this.table = table;
    this.topic = topic;
  }

  @Override
  public void process(Exchange exchange) {
    UUID id = UUID.fromString(exchange.getVariable("delivery", String.class));
    Delivery notice = table.open(id).orElse(null);
    exchange.setVariable(Delivery.VARIABLE, notice);
    exchange.setVariable("noticeBy", notice == null ? "NOTHING" : notice.kind().name());
    if (notice == null) {
      return;
    }
    if (notice.kind() == Destination.Kind.TOPIC && topic.isBlank()) {
      throw new NotDelivered(Then.SELDOM, Destinations.NO_TOPIC, null);
    }
    exchange.setVariable("topic", topic);
    Message message = exchange.getMessage();
    message.setHeader(KafkaConstants.KEY, notice.company());
    message.setBody(notice.bytes());
  }
}
