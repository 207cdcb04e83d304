package io.ledgerway.posting;

import io.ledgerway.instance.EngineInstance;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Sets what statements ask for: variables {@code now} and {@code instance}. */
class TakeTime implements Processor {

  private final EngineInstance instance;
  private final Clock clock;

  TakeTime(EngineInstance instance, Clock clock) {
    this.instance = instance;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    exchange.setVariable("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    exchange.setVariable("instance", instance.id().toString());
  }
}
