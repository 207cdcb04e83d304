package io.ledgerway.reference;

import java.util.List;

/**
 * A resource of Xero's that holds reference data, named as Xero names it, and its kinds of record.
 */
enum Resource {
  Organisation(true, "organisation"),
  Currencies(true, "currency"),
  TaxRates(true, "tax-rate"),
  TrackingCategories(false, "tracking-category", "tracking-option"),
  Accounts(true, "account"),
  Contacts(false, "contact");

  private final boolean neverEmpty;
  private final List<String> kinds;

  Resource(boolean neverEmpty, String... kinds) {
    this.neverEmpty = neverEmpty;
    this.kinds = List.of(kinds);
  }

  /** Whether every organisation has at least one, so that a full read without any is a fault. */
  boolean isNeverEmpty() {
    return neverEmpty;
  }

  List<String> kinds() {
    return kinds;
  }
}
