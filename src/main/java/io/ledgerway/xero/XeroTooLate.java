package io.ledgerway.xero;

import java.time.Instant;

/** {@code XeroSendBefore} had passed before the request could be written; nothing was sent. */
public final class XeroTooLate extends XeroException {

  public XeroTooLate(Instant sendBefore) {
    super(
        "XERO_TOO_LATE",
        "The call was not sent, as it could not be before " + sendBefore,
        "Look up what stands in Xero, then send under a new key.",
        0,
        null,
        null);
  }
}
