package io.ledgerway.sending;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.trace.Stretch;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Begins a batch: variable {@code batch} is its id. Whatever fails from here on is not about the
 * batch before.
 */
class NewBatch implements Processor {

  @Override
  public void process(Exchange exchange) {
    exchange.removeVariable(Batch.VARIABLE);
    Stretch.leave(exchange);
    exchange.setVariable("batch", UuidCreator.getTimeOrderedEpoch().toString());
  }
}
