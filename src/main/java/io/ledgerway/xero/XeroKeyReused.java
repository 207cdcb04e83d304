package io.ledgerway.xero;

/**
 * The idempotency key has been used with a different request, which may well have been executed
 * (xero-api.md 2.8). This request was not.
 */
public final class XeroKeyReused extends XeroException {

  public XeroKeyReused(String message, int status, String correlationId) {
    super(
        "XERO_KEY_REUSED",
        message,
        "Look up what stands in Xero, then send under a new key.",
        status,
        correlationId,
        null);
  }
}
