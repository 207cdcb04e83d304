package io.ledgerway.intake;

import io.ledgerway.step.StepComponent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes records of what a source answered, so that they come in by the way of all records. Their
 * key is the company that was asked for. One that comes again, byte for byte, is the same record.
 */
class PolledRecords implements Processor {

  private static final String COMPANY = "polledCompany";

  private final String topic;
  private final Clock clock;

  private PolledRecords(String topic, Clock clock) {
    this.topic = topic;
    this.clock = clock;
  }

  /** The step as a route names it: {@code topic} is the intake that the records go through. */
  static StepComponent.Configurable with(Clock clock) {
    return options -> {
      Object topic = options.remove("topic");
      if (topic == null) {
        throw new IllegalArgumentException("intake:polled needs an option 'topic'");
      }
      return new PolledRecords(topic.toString(), clock);
    };
  }

  @Override
  public void process(Exchange exchange) {
    String company = exchange.getVariable(COMPANY, String.class);
    List<IncomingRecord> records = new ArrayList<>();
    for (Object value : exchange.getMessage().getBody(List.class)) {
      records.add(
          new IncomingRecord(
              topic, 0, 0, 0, company, (byte[]) value, List.of(), clock.instant(), null));
    }
    exchange.getMessage().setBody(records);
  }
}
