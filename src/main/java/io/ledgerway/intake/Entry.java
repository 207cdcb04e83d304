package io.ledgerway.intake;

import io.ledgerway.posting.Arrival;
import io.ledgerway.receipt.NamedReceipt;
import io.ledgerway.trace.TraceContext;
import java.util.List;

/**
 * A record that was found well-formed, and what it says.
 *
 * @param mapping that says so
 * @param account whose it says it is; null where it was asked for on behalf of a company
 * @param receipts that it names
 */
record Entry(
    IncomingRecord record,
    Arrival arrival,
    String mapping,
    SourceAccount account,
    List<NamedReceipt> receipts) {

  Entry followed(TraceContext trace) {
    return new Entry(record, arrival.followed(trace), mapping, account, receipts);
  }

  Entry of(String company) {
    return new Entry(record, arrival.of(company), mapping, null, receipts);
  }
}
