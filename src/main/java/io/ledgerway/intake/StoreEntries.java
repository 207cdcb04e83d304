package io.ledgerway.intake;

import io.ledgerway.posting.Arrival;
import io.ledgerway.posting.Arrivals;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters what was accepted in the ledger; what the ledger refuses joins the refusals. */
class StoreEntries implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(StoreEntries.class);
  private final Arrivals arrivals;

  StoreEntries(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  @Override
  public void process(Exchange exchange) {
    Sorted sorted = exchange.getMessage().getBody(Sorted.class);
    List<Entry> entries = sorted.entries();
    List<Arrival.Outcome> outcomes =
        entries.isEmpty()
            ? List.of()
            : arrivals.enter(entries.stream().map(Entry::arrival).toList());
    int stored = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      Entry entry = entries.get(i);
      switch (outcomes.get(i)) {
        case STORED -> stored++;
        case DUPLICATE, OUTDATED -> {}
        case CONTENT_CHANGED ->
            sorted
                .refusals()
                .add(
                    refusal(
                        entry,
                        "CONTENT_CHANGED",
                        "Version %d of this document was received before, and said something else."
                            .formatted(entry.arrival().version()),
                        "Send the change as a higher version."));
        case ALREADY_SENT ->
            sorted
                .refusals()
                .add(
                    refusal(
                        entry,
                        "ALREADY_SENT",
                        "An earlier version of this document is on its way to Xero or stands there.",
                        "Correct it in Xero, or void it there and send it under a new id."));
        case UNKNOWN_COMPANY ->
            sorted
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
        "event=intake records={} stored={} refused={}",
        entries.size() + sorted.refusals().size(),
        stored,
        sorted.refusals().size());
  }

  private static Refusal refusal(Entry entry, String code, String message, String action) {
    return new Refusal(
        entry.record(),
        entry.arrival().company(),
        entry.arrival().sourceId(),
        code,
        message,
        action);
  }
}
