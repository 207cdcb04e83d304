package io.ledgerway.intake;

import io.ledgerway.step.Gather;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;

/**
 * Gathers what became of each record of a batch: entries or users to store, refusals to put aside.
 * Not thread-safe; a batch is split on one thread.
 */
final class JudgedRecords {

  private final List<Entry> entries = new ArrayList<>();
  private final List<UserEvent> users = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();

  List<Entry> entries() {
    return entries;
  }

  List<UserEvent> users() {
    return users;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  static AggregationStrategy gathering() {
    return Gather.into(
        JudgedRecords::new, (judged, part) -> judged.add(part.getMessage().getBody()));
  }

  private void add(Object outcome) {
    if (outcome instanceof Entry entry) {
      entries.add(entry);
    } else if (outcome instanceof UserEvent user) {
      users.add(user);
    } else if (outcome instanceof Refusal refusal) {
      refusals.add(refusal);
    } else {
      throw new IllegalStateException("Neither accepted nor refused: " + outcome);
    }
  }
}
