package io.ledgerway.retention;

import io.ledgerway.instance.EngineInstance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Reads what a step answers: {@code seen} rows, {@code removed} ones, and the last one, {@code
 * after} which the next step goes on. A walk that is over begins anew the next time, unless its
 * statement says that it {@code goes_on}. Thread-safe.
 */
class Swept implements Processor {

  /** As in every statement. */
  static final int ROWS = 500;

  /** An engine that is to end does not wait longer than for these. */
  private static final int STEPS = 10;

  private final EngineInstance instance;
  private final MeterRegistry meters;

  Swept(EngineInstance instance, MeterRegistry meters) {
    this.instance = instance;
    this.meters = meters;
  }

  @Override
  public void process(Exchange exchange) {
    Map<?, ?> step = exchange.getMessage().getBody(Map.class);
    long removed = ((Number) step.get("removed")).longValue();
    boolean whole = ((Number) step.get("seen")).intValue() == ROWS;
    int steps = exchange.getVariable("steps", Integer.class) + 1;
    Object after = whole || Boolean.TRUE.equals(step.get("goes_on")) ? step.get("after") : null;
    exchange.setVariable("after", after);
    exchange.setVariable("removed", removed);
    exchange.setVariable("whole", whole);
    exchange.setVariable("steps", steps);
    exchange.setVariable("going", whole && steps < STEPS && !instance.isLeaving());
    exchange.setVariable(
        "removedInAll", exchange.getVariable("removedInAll", Long.class) + removed);
    Counter.builder("ledgerway.retention.removed")
        .description(
            "Rows that were removed, or whose contents were, as they had been kept long enough")
        .tag("sweep", exchange.getVariable("sweep", String.class))
        .register(meters)
        .increment(removed);
  }
}
