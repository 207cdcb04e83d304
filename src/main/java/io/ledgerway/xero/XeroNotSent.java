package io.ledgerway.xero;

import io.ledgerway.problem.LedgerwayException;

/** The call failed before a byte of it was written to Xero: nothing of it was executed there. */
public final class XeroNotSent extends XeroException {

  XeroNotSent(RuntimeException cause) {
    super(
        "XERO_NOT_SENT",
        "The call was not sent: " + reason(cause),
        "It is tried again by itself once that is mended.",
        0,
        null,
        cause);
  }

  private static String reason(RuntimeException cause) {
    return cause instanceof LedgerwayException known
        ? known.code() + " " + known.plainMessage()
        : cause.getClass().getSimpleName();
  }
}
