package io.ledgerway.posting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A well-formed document of a source that asks to be entered in the ledger.
 *
 * @param source the platform it comes from; with {@code kind} it names its mapping
 * @param version of the document at its source; a higher one replaces a lower one
 * @param resource the Xero resource it becomes
 * @param total negative for a refund; in {@code currency}
 * @param event the event as it came
 * @param contentHash the same for events that say the same
 */
public record Arrival(
    String company,
    String source,
    String sourceId,
    int version,
    String kind,
    String resource,
    LocalDate date,
    String currency,
    BigDecimal total,
    String employee,
    String merchant,
    String event,
    String contentHash) {

  /** What became of it. */
  public enum Outcome {
    STORED,
    /** The same document came before, and says the same. */
    DUPLICATE,
    /** A higher version is there already. */
    OUTDATED,
    /** The same version came before, and said something else. */
    CONTENT_CHANGED,
    /** An earlier version is on its way to Xero or stands there. */
    ALREADY_SENT,
    UNKNOWN_COMPANY
  }
}
