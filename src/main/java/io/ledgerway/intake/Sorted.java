package io.ledgerway.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * Gathers what became of each record of a batch: entries to store, refusals to put aside. Not
 * thread-safe; a batch is split on one thread.
 */
final class Sorted {

  private final List<Entry> entries = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  List<Entry> entries() {
    return entries;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** Adds one outcome after the other to the first one's exchange. */
  static AggregationStrategy gathering() {
    return (gathered, next) -> {
      Exchange result = gathered == null ? next : gathered;
      Object outcome = next.getMessage().getBody();
      Sorted sorted = gathered == null ? new Sorted() : gathered.getMessage().getBody(Sorted.class);
      if (outcome instanceof Entry entry) {
        sorted.entries.add(entry);
      } else if (outcome instanceof Refusal refusal) {
        sorted.refusals.add(refusal);
      } else {
        throw new IllegalStateException("Neither accepted nor refused: " + outcome);
      }
      result.getMessage().setBody(sorted);
      return result;
    };
  }
}
