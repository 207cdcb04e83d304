package io.ledgerway.intake;

import io.ledgerway.posting.Arrival;

/** A record that was found well-formed, and what it says. */
record Entry(IncomingRecord record, Arrival arrival) {}
