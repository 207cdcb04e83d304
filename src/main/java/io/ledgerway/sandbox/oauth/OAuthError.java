package io.ledgerway.sandbox.oauth;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal of the identity server, xero-api.md 1.7. */
final class OAuthError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;
  private final String description;

  OAuthError(String error) {
    this(error, null);
  }

  OAuthError(String error, String description) {
    super(error, null, false, false);
    this.error = error;
    this.description = description;
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    if (description != null) {
      body.put("error_description", description);
    }
    return body;
  }
}
