package io.ledgerway.connection;

import io.ledgerway.problem.LedgerwayException;

/** Xero's token endpoint said no, which another try will not change (xero-api.md 1.7). */
final class TokenRefused extends LedgerwayException {

  private final String error;

  TokenRefused(String error, String description) {
    super(
        "XERO_TOKEN_REFUSED",
        "Xero gives no token: " + error + (description == null ? "" : " (" + description + ")"),
        hint(error));
    this.error = error;
  }

  /** Whether the grant is over; anything else is wrong with the app, not with the grant. */
  boolean endsTheGrant() {
    return error.equals("invalid_grant");
  }

  /** Whether the app was not given what was asked for. */
  boolean isForScopes() {
    return error.equals("invalid_scope");
  }

  private static String hint(String error) {
    return switch (error) {
      case "invalid_scope" -> "Give the app at Xero the scopes that xero.scopes names.";
      case "invalid_grant" -> "Connect again.";
      default -> "Check client id and secret, then connect again.";
    };
  }
}
