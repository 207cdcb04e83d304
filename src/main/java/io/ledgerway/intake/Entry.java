package io.ledgerway.intake;

import io.ledgerway.posting.Arrival;

/**
 * A record that was found well-formed, and what it says.
 *
 * @param mapping that says so
 * @param account whose it says it is; null where it was asked for on behalf of a company
 */
record Entry(IncomingRecord record, Arrival arrival, String mapping, SourceAccount account) {

  Entry of(String company) {
    return new Entry(record, arrival.of(company), mapping, null);
  }
}
