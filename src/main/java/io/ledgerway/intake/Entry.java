package io.ledgerway.intake;

import io.ledgerway.posting.Arrival;

/**
 * A record that was found well-formed, and what it says.
 *
 * @param mapping that says so
 */
record Entry(IncomingRecord record, Arrival arrival, String mapping) {}
