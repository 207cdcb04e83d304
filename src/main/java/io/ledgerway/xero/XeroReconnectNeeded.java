package io.ledgerway.xero;

/** The company is not connected, or Xero no longer lets us in; nothing was executed. */
public final class XeroReconnectNeeded extends XeroException {

  public XeroReconnectNeeded(String company, String reason) {
    this(company, reason, 0, null);
  }

  public XeroReconnectNeeded(String company, String reason, int status, String correlationId) {
    super(
        "XERO_RECONNECT_NEEDED",
        reason,
        "Connect the company to its Xero organisation again.",
        status,
        correlationId,
        null);
    with("company", company);
  }
}
