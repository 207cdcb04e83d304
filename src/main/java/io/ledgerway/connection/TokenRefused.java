package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;

/** Xero's token endpoint said no, which another try will not change (xero-api.md 1.7). */
final class TokenRefused extends LedgerwayException {

  TokenRefused(String error, String description) {
    super(
        "XERO_TOKEN_REFUSED",
        "Xero gives no token: " + error + (description == null ? "" : " (" + description + ")"),
        "invalid_scope".equals(error)
            ? "Give the app at Xero the scopes that xero.scopes names."
            : "Check client id and secret, then connect again.");
  }
}
