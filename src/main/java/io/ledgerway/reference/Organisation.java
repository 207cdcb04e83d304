package io.ledgerway.reference;

import java.time.LocalDate;

/**
 * What of the Xero organisation matters to a posting. Immutable.
 *
 * @param baseCurrency ISO 4217
 * @param shortCode Xero's key for deep links; may be null
 * @param lockDate the later of the two lock dates; null when none is set. A document dated on or
 *     before it is refused when posted (xero-api.md 7, item 18).
 */
public record Organisation(
    String id,
    String name,
    String baseCurrency,
    String countryCode,
    String shortCode,
    LocalDate lockDate) {

  /** Whether Xero would refuse to post a document of that date. */
  public boolean isLocked(LocalDate date) {
    return lockDate != null && !date.isAfter(lockDate);
  }
}
