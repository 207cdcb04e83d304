package io.ledgerway.intake;

import io.ledgerway.step.Gather;
import io.ledgerway.trace.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;

/**
 * Gathers what became of each record of a batch: entries or users to store, refusals to put aside.
 * Not thread-safe; a batch is split on one thread.
 */
final class JudgedRecords {

  private final List<Entry> entries = new ArrayList<>();
  private final List<UserEvent> users = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private FollowedRecords followed;

  List<Entry> entries() {
    return entries;
  }

  List<UserEvent> users() {
    return users;
  }

  /** Before they are entered. */
  void follow(Traces traces) {
    followed = new FollowedRecords(traces);
    List<Entry> all = followed.follow(List.copyOf(entries));
    entries.clear();
    entries.addAll(all);
  }

  /** Nobody follows what only is judged. */
  void refused(Refusal refusal) {
    if (followed != null) {
      followed.refused(refusal);
    }
  }

  FollowedRecords followed() {
    return followed;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** Entries and users of accounts that are nobody's are refused. */
  void find(Map<SourceAccount, String> companies) {
    entries.replaceAll(
        entry ->
            entry.account() == null || !companies.containsKey(entry.account())
                ? entry
                : entry.of(companies.get(entry.account())));
    entries.removeIf(
        entry ->
            entry.account() != null
                && refuse(entry.record(), entry.account(), entry.arrival().sourceId()));
    users.replaceAll(user -> user.of(companies.get(user.account())));
    users.removeIf(
        user -> user.company() == null && refuse(user.record(), user.account(), user.user().id()));
  }

  private boolean refuse(IncomingRecord record, SourceAccount account, String id) {
    return refusals.add(
        new Refusal(
            record,
            account.id(),
            id,
            "UNKNOWN_COMPANY",
            "There is no company '%s' here.".formatted(account.id()),
            "Set up the company, or give one this account of the source's, then send the record"
                + " again.",
            null));
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
