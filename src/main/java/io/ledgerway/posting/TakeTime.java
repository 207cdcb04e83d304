package io.ledgerway.posting;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.instance.EngineInstance;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Sets what statements ask for: variables {@code now}, {@code instance}, and an id for a new {@code
 * batch}.
 */
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
    // Whatever fails from here on is not about the batch before.
    exchange.removeVariable(Batch.VARIABLE);
    exchange.setVariable("instance", instance.id().toString());
    exchange.setVariable("batch", UuidCreator.getTimeOrderedEpoch().toString());
  }
}
