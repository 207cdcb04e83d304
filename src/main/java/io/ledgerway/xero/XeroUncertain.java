package io.ledgerway.xero;

import java.time.Instant;
import java.util.Optional;

/**
 * No useful answer: 5xx, a timeout, a lost connection, an answer that cannot be read. Whether a
 * write was executed is told by {@link #maybeExecuted()}.
 */
public final class XeroUncertain extends XeroException {

  private final boolean answered;
  private final boolean maybeExecuted;
  private final transient Instant until;

  public XeroUncertain(
      String message,
      boolean answered,
      boolean maybeExecuted,
      Instant until,
      int status,
      String correlationId,
      Throwable cause) {
    super(
        "XERO_UNCERTAIN",
        message,
        maybeExecuted
            ? "It is settled by itself: by the same key, or by looking up what stands in Xero."
            : "Nothing was executed; it is tried again by itself.",
        status,
        correlationId,
        cause);
    this.answered = answered;
    this.maybeExecuted = maybeExecuted;
    this.until = until;
  }

  /** Whether an answer came at all; an answered 500 may be replayed to the same key. */
  public boolean answered() {
    return answered;
  }

  /** False for reads, and when the request surely never reached Xero. */
  @Override
  public boolean maybeExecuted() {
    return maybeExecuted;
  }

  /** When Xero asked to be called again, from {@code Retry-After}. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }
}
