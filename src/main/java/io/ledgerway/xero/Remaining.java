package io.ledgerway.xero;

/**
 * What Xero said of its limits with an answer; null where it said nothing.
 *
 * @param minute calls left in the tenant's minute
 * @param day calls left in the tenant's day
 * @param app calls left in the app's minute
 */
record Remaining(Integer minute, Integer day, Integer app) {

  static final Remaining UNTOLD = new Remaining(null, null, null);
}
