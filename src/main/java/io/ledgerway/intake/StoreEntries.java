package io.ledgerway.intake;

import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.Arrival;
import io.ledgerway.posting.Arrivals;
import io.ledgerway.receipt.NamedReceipts;
import io.ledgerway.receipt.Receipts;
import io.ledgerway.sql.DataFault;
import io.ledgerway.trace.Traces;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Enters what was accepted in the ledger; what the ledger refuses joins the refusals. */
class StoreEntries implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(StoreEntries.class);
  private final Arrivals arrivals;
  private final ReplacePosted replace;
  private final Receipts receipts;
  private final ContentNow contents;
  private final Traces traces;

  StoreEntries(
      Arrivals arrivals,
      ReplacePosted replace,
      Receipts receipts,
      Mappings mappings,
      Traces traces) {
    this.replace = replace;
    this.receipts = receipts;
    this.arrivals = arrivals;
    this.contents = new ContentNow(mappings);
    this.traces = traces;
  }

  @Override
  public void process(Exchange exchange) {
    JudgedRecords judged = exchange.getMessage().getBody(JudgedRecords.class);
    judged.follow(traces);
    List<Entry> entries = judged.entries();
    int records = entries.size() + judged.users().size() + judged.refusals().size();
    List<Arrival.Outcome> outcomes = entries.isEmpty() ? List.of() : enter(judged, entries);
    receipts.record(named(entries, outcomes));
    int stored = 0;
    int changed = 0;
    int later = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      Entry entry = entries.get(i);
      judged.followed().entered(entry, outcomes.get(i));
      if (outcomes.get(i) == null) {
        continue; // refused already
      }
      switch (outcomes.get(i)) {
        case STORED -> stored++;
        case CHANGED_AFTER_POSTING -> {
          changed++;
          replace.replace(entry.arrival());
          if (entry.arrival().version() != null) {
            judged.refusals().add(waiting(entry, "undone", "BEING_REPLACED", "is being undone"));
          }
        }
        case WAITS ->
            judged
                .refusals()
                .add(waiting(entry, "settled", "STILL_SENDING", "is on its way to Xero"));
        case LATER -> later++;
        case DUPLICATE, OUTDATED, NOT_WANTED -> {}
        case CONTENT_CHANGED ->
            judged
                .refusals()
                .add(
                    refusal(
                        entry,
                        "CONTENT_CHANGED",
                        "Version %d of this document was received before, and said something else."
                            .formatted(entry.arrival().version()),
                        "Send the change as a higher version."));
        case SAME_AGAIN -> {
          // Further receipts are a reason to send it again; nothing at all is a mistake.
          if (entry.receipts().isEmpty()
              && entry.arrival().afterPosting() == Arrival.AfterPosting.REFUSE) {
            judged.refusals().add(alreadySent(entry));
          }
        }
        case ALREADY_SENT -> judged.refusals().add(alreadySent(entry));
        case FORGOTTEN ->
            judged
                .refusals()
                .add(
                    refusal(
                        entry,
                        "OLDER_THAN_LEDGER",
                        "This document is dated %s, longer ago than the ledger keeps what was posted: it cannot be told whether it was."
                            .formatted(entry.arrival().date()),
                        "Look for it in Xero; if it is not there, enter it there, or set"
                            + " ledgerway.keep.evidence to longer and take it in again."));
        case UNKNOWN_COMPANY ->
            judged
                .refusals()
                .add(
                    refusal(
                        entry,
                        "UNKNOWN_COMPANY",
                        "There is no company '%s' here.".formatted(entry.arrival().company()),
                        "Set up the company, then send the document again."));
      }
    }
    LOG.info(
        "event=intake records={} documents={} changed={} later={} users={} refused={}",
        records,
        stored,
        changed,
        later,
        judged.users().size(),
        judged.refusals().size());
  }

  /** Of what says another thing than what stands in Xero, the receipts may be of that, too. */
  private static List<NamedReceipts> named(List<Entry> entries, List<Arrival.Outcome> outcomes) {
    List<NamedReceipts> named = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      boolean stored = outcomes.get(i) == Arrival.Outcome.STORED;
      if (stored
          || outcomes.get(i) == Arrival.Outcome.DUPLICATE
          || outcomes.get(i) == Arrival.Outcome.SAME_AGAIN) {
        Arrival of = entries.get(i).arrival();
        named.add(
            new NamedReceipts(
                of.company(), of.source(), of.sourceId(), stored, entries.get(i).receipts()));
      }
    }
    return named;
  }

  /** All at once; where one of them is what the database refuses, each for itself. */
  private List<Arrival.Outcome> enter(JudgedRecords judged, List<Entry> entries) {
    try {
      return arrivals.enter(entries.stream().map(Entry::arrival).toList(), reading(entries));
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
    }
    List<Arrival.Outcome> outcomes = new ArrayList<>();
    entries.forEach(entry -> outcomes.add(enterAlone(judged, entry)));
    return outcomes;
  }

  private Arrival.Outcome enterAlone(JudgedRecords judged, Entry entry) {
    try {
      return arrivals.enter(List.of(entry.arrival()), reading(List.of(entry))).get(0);
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      judged
          .refusals()
          .add(
              Refusal.notStorable(
                  entry.record(),
                  entry.arrival().company(),
                  entry.arrival().sourceId(),
                  DataFault.said(failure),
                  "mapping:" + entry.mapping()));
      return null;
    }
  }

  private Arrivals.Reading reading(List<Entry> entries) {
    Map<Arrival, String> names = new IdentityHashMap<>();
    entries.forEach(entry -> names.put(entry.arrival(), entry.mapping()));
    return contents.by(names::get);
  }

  /** What is newer goes in by itself when the one before has come to its end. */
  private static Refusal waiting(Entry entry, String until, String code, String why) {
    return new Refusal(
        entry.record(),
        entry.arrival().company(),
        entry.arrival().sourceId(),
        code,
        "An earlier version of this document %s.".formatted(why),
        "Nothing needs to be done: this version is taken up by itself after that.",
        until + ":" + entry.arrival().source() + "/" + entry.arrival().sourceId());
  }

  private static Refusal alreadySent(Entry entry) {
    return refusal(
        entry,
        "ALREADY_SENT",
        "An earlier version of this document is on its way to Xero or stands there.",
        "Correct it in Xero, or void it there and send it under a new id.");
  }

  private static Refusal refusal(Entry entry, String code, String message, String action) {
    return new Refusal(
        entry.record(),
        entry.arrival().company(),
        entry.arrival().sourceId(),
        code,
        message,
        action,
        null);
  }
}
