package io.ledgerway.xero;

import java.time.Instant;

/** A limit stands in the way; nothing was executed. Other companies are not concerned. */
public final class XeroMustWait extends XeroException {

  /** What has to be waited for (xero-api.md 3). */
  public enum Limit {
    MINUTE,
    DAY,
    CONCURRENT,
    /** The app's limit over all companies. */
    APP_MINUTE,
    /** Xero had said 503 to an earlier call. */
    UNAVAILABLE
  }

  private final transient Instant until;
  private final Limit limit;

  public XeroMustWait(Limit limit, Instant until, int status, String correlationId) {
    super(
        "XERO_MUST_WAIT",
        "Xero takes no call of this organisation until " + until + " (" + limit + ")",
        "It goes on by itself.",
        status,
        correlationId,
        null);
    this.until = until;
    this.limit = limit;
  }

  /** When it is worth trying again. */
  public Instant until() {
    return until;
  }

  public Limit limit() {
    return limit;
  }
}
