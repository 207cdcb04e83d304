package io.ledgerway.xero;

import java.time.Instant;

/** Xero told us to leave a tenant, or with {@code APP_MINUTE} all of them, alone until then. */
record Pause(XeroMustWait.Limit reason, Instant until) {

  boolean ofApp() {
    return reason == XeroMustWait.Limit.APP_MINUTE;
  }
}
