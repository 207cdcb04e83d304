package io.ledgerway.retention;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what a turn removed, when it removed anything. Thread-safe. */
class EndSweep implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(EndSweep.class);

  @Override
  public void process(Exchange exchange) {
    long removed = exchange.getVariable("removedInAll", Long.class);
    if (removed > 0) {
      LOG.info(
          "event=retention sweep={} removed={} steps={} more={}",
          exchange.getVariable("sweep"),
          removed,
          exchange.getVariable("steps"),
          exchange.getVariable("whole"));
    }
  }
}
