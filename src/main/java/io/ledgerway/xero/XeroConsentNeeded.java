package io.ledgerway.xero;

/**
 * The connection lacks a scope, or the person who connected lacks a permission in Xero; nothing was
 * executed (xero-api.md 6.4).
 */
public final class XeroConsentNeeded extends XeroException {

  public XeroConsentNeeded(String company, String detail, int status, String correlationId) {
    super(
        "XERO_CONSENT_NEEDED",
        "Xero does not allow this connection to do that: " + detail,
        "Connect again with all scopes, as a person whose role in Xero allows it.",
        status,
        correlationId,
        null);
    with("company", company);
  }
}
