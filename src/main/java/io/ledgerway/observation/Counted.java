package io.ledgerway.observation;

import io.ledgerway.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Counts what this engine did to documents and batches, by what came of it; each is counted once it
 * is written. Thread-safe.
 */
@Component
public class Counted {

  private final MeterRegistry meters;

  public Counted(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * A document came into a state.
   *
   * @param problems the first of them is the cause
   */
  public void document(String state, List<Problem> problems) {
    Counter.builder("ledgerway.documents.changes")
        .description("Documents that came into a state, by their first problem")
        .tag("state", state)
        .tag("cause", CauseLabel.of(problems.isEmpty() ? null : problems.get(0).code()))
        .register(meters)
        .increment();
  }

  /** A call to Xero with documents in it came to this. */
  public void batch(String outcome, String resource) {
    Counter.builder("ledgerway.batches")
        .description("Batches by what came of their calls")
        .tag("outcome", outcome)
        .tag("resource", resource)
        .register(meters)
        .increment();
  }
}
