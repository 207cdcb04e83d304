package io.ledgerway.settling;

import io.ledgerway.reference.Books;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.sending.Batch;
import io.ledgerway.sending.Destination;
import java.time.Clock;
import org.apache.camel.Exchange;

/** What every way of settling a batch needs. Thread-safe. */
record Settling(
    Settlement settlement,
    BooksOf booksOf,
    Destination destination,
    SettleTimes times,
    Clock clock) {

  Books books(Batch batch) {
    return booksOf.of(batch.company());
  }

  /** What another organisation answers says nothing about the batch. */
  void requireSameOrganisation(Exchange exchange, Batch batch) {
    destination.requireStill(
        exchange.getMessage().getHeader("XeroTenantId", String.class), batch.company());
  }
}
