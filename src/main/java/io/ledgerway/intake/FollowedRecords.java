package io.ledgerway.intake;

import io.ledgerway.posting.Arrival;
import io.ledgerway.trace.Beginning;
import io.ledgerway.trace.Stretch;
import io.ledgerway.trace.TraceContext;
import io.ledgerway.trace.Traces;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Begins the trace of each record of a batch, or goes on in the one that its sender began, and ends
 * what the intake has in it. Not thread-safe; a batch has one.
 */
final class FollowedRecords {

  private final Traces traces;
  private final Map<IncomingRecord, Stretch> stretches = new IdentityHashMap<>();

  FollowedRecords(Traces traces) {
    this.traces = traces;
  }

  /** Each with the trace that it is kept with; while traces are off they stay as they are. */
  List<Entry> follow(List<Entry> entries) {
    if (!traces.isOn()) {
      return entries;
    }
    List<Entry> followed = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      TraceContext sent = entry.record().trace();
      Stretch stretch = begin(entry.record(), sent);
      stretches.put(entry.record(), stretch);
      TraceContext context = stretch.context();
      // Of what began here and is not kept nobody would see anything.
      followed.add(sent == null && !context.isKept() ? entry : entry.followed(context));
    }
    return followed;
  }

  /**
   * @param outcome null when it was refused
   */
  void entered(Entry entry, Arrival.Outcome outcome) {
    Stretch stretch = stretches.get(entry.record());
    if (stretch != null) {
      Arrival arrival = entry.arrival();
      stretch
          .with(
              "ledgerway.company",
              outcome == Arrival.Outcome.UNKNOWN_COMPANY ? null : arrival.company())
          .with("ledgerway.source", arrival.source())
          .with("ledgerway.kind", arrival.kind())
          .with("ledgerway.outcome", outcome == null ? "REFUSED" : outcome.name());
      stretch.end();
    }
  }

  /** What was refused before it could be entered, or because of how it was. */
  void refused(Refusal refusal) {
    if (traces.isOn() && !stretches.containsKey(refusal.record())) {
      Stretch stretch = begin(refusal.record(), refusal.record().trace());
      stretch.with("ledgerway.outcome", "REFUSED").failed(refusal.code()).end();
    }
  }

  private Stretch begin(IncomingRecord record, TraceContext sent) {
    Beginning intake = traces.begin("intake").ofARecordIn().under(sent);
    if (record.letter() == null) { // one that was kept aside for days is taken in now
      intake.since(record.receivedAt());
    }
    Stretch stretch = intake.begin().with("messaging.destination.name", record.topic());
    return record.timestamp() == 0 // it was read from no topic
        ? stretch
        : stretch
            .with("messaging.destination.partition.id", String.valueOf(record.partition()))
            .with("messaging.kafka.offset", record.offset());
  }
}
