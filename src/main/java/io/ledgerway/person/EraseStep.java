package io.ledgerway.person;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.work.Lease;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Takes one step of the erasure in variable {@code erasure}; variable {@code going} says whether
 * there is another. Thread-safe.
 */
class EraseStep implements Processor {

  private final Erasures erasures;
  private final EngineInstance instance;

  EraseStep(Erasures erasures, EngineInstance instance) {
    this.erasures = erasures;
    this.instance = instance;
  }

  @Override
  public void process(Exchange exchange) {
    boolean more =
        erasures.step(
            UUID.fromString(exchange.getVariable("erasure", String.class)),
            exchange.getVariable("toldSources", String.class),
            exchange.getVariable(Lease.VARIABLE, Lease.class));
    exchange.setVariable("going", more && !instance.isLeaving());
  }
}
