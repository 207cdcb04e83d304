package io.ledgerway.xero;

/**
 * The call was meant for an organisation ({@code XeroTenantId}) that the company is no longer
 * connected to; nothing was sent.
 */
public final class XeroOtherOrganisation extends XeroException {

  public XeroOtherOrganisation(String company) {
    super(
        "XERO_OTHER_ORGANISATION",
        "The company was connected to another organisation meanwhile; the call was not sent there",
        "It goes on when the company is connected to the former organisation again.",
        0,
        null,
        null);
    with("company", company);
  }
}
