package io.ledgerway.posting;

import io.ledgerway.trace.TraceContext;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A well-formed document of a source that asks to be entered in the ledger.
 *
 * @param source the platform it comes from; with {@code kind} it names its mapping
 * @param version of the document at its source; a higher one replaces a lower one. Null where the
 *     source counts none: then what says something else is newer
 * @param resource the Xero resource it becomes
 * @param total negative for a refund; in {@code currency}
 * @param event the event as it came
 * @param contentHash the same for events that say the same
 * @param withdrawn why the source no longer wants it posted; null when it does
 * @param afterPosting as its kind says
 * @param mistakenBy the schema that did not take the event, which is held for that; null when it
 *     was taken
 * @param trace where it is in its trace; null when it has none
 */
public record Arrival(
    String company,
    String source,
    String sourceId,
    Integer version,
    String kind,
    String resource,
    LocalDate date,
    String currency,
    BigDecimal total,
    String employee,
    String merchant,
    String event,
    String contentHash,
    String withdrawn,
    AfterPosting afterPosting,
    String mistakenBy,
    TraceContext trace) {

  /** What becomes of what is newer than a document that stands in Xero. */
  public enum AfterPosting {
    /** It is refused, or shown as different where its source counts no versions. */
    REFUSE,
    /** What stands there is changed. */
    UPDATE,
    /** What stands there is undone, and what is newer posted anew. */
    REPLACE
  }

  /** The same of that company of ours. */
  public Arrival of(String ours) {
    return new Arrival(
        ours,
        source,
        sourceId,
        version,
        kind,
        resource,
        date,
        currency,
        total,
        employee,
        merchant,
        event,
        contentHash,
        withdrawn,
        afterPosting,
        mistakenBy,
        trace);
  }

  /** The same with its trace. */
  public Arrival followed(TraceContext context) {
    return new Arrival(
        company,
        source,
        sourceId,
        version,
        kind,
        resource,
        date,
        currency,
        total,
        employee,
        merchant,
        event,
        contentHash,
        withdrawn,
        afterPosting,
        mistakenBy,
        context);
  }

  /** What became of it. */
  public enum Outcome {
    STORED,
    /**
     * The same document came before, and says the same; under a higher version, too, where the
     * mapping says what decides that.
     */
    DUPLICATE,
    /** A higher version of what is on its way to Xero or stands there says the same. */
    SAME_AGAIN,
    /** A higher version is there already. */
    OUTDATED,
    /** The same version came before, and said something else. */
    CONTENT_CHANGED,
    /** An earlier version is on its way to Xero or stands there. */
    ALREADY_SENT,
    /** An earlier version is on its way to Xero; this one is taken up when that is settled. */
    WAITS,
    /** It stands in Xero, and the source has changed it since. */
    CHANGED_AFTER_POSTING,
    /** It is on its way to Xero: the source has to be asked again once it stands there. */
    LATER,
    /** The source has withdrawn what never came in. */
    NOT_WANTED,
    /** It is older than what the ledger keeps: whether it was posted cannot be told any more. */
    FORGOTTEN,
    UNKNOWN_COMPANY
  }
}
