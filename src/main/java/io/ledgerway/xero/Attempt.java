package io.ledgerway.xero;

import java.util.Map;
import java.util.UUID;

/**
 * How one attempt ended.
 *
 * @param answer null when there was none
 * @param body of a 2xx; null otherwise
 * @param failure null for a 2xx
 */
record Attempt(UUID id, Answer answer, Map<String, Object> body, XeroException failure) {

  /** Another token may help. */
  boolean tokenRefused() {
    return answer != null && answer.status() == 401 && !(failure instanceof XeroConsentNeeded);
  }

  /** Xero itself said that the connection is gone. */
  boolean shutOut() {
    return failure instanceof XeroReconnectNeeded;
  }
}
