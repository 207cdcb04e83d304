package io.ledgerway.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which app calls the identity server: by Basic authentication, or by client id and secret in the
 * form. An app of the PKCE type has no secret and gives its id alone (xero-api.md 1.1, 1.2).
 */
@Component
class ClientLogin {

  private record Credentials(String id, String secret) {}

  private final Apps apps;

  ClientLogin(Apps apps) {
    this.apps = apps;
  }

  /**
   * @throws OAuthError when it is none that may
   */
  App of(String authorization, Map<String, String> form) {
    Credentials given = credentials(authorization, form);
    if (given.id() == null || given.id().isEmpty()) {
      throw new OAuthError("invalid_request");
    }
    App app = apps.get(given.id());
    if (app == null || !(app.pkce() || app.secret().equals(given.secret()))) {
      throw new OAuthError("invalid_client");
    }
    return app;
  }

  private static Credentials credentials(String authorization, Map<String, String> form) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return new Credentials(form.get("client_id"), form.get("client_secret"));
    }
    try {
      byte[] both = Base64.getDecoder().decode(authorization.substring(6).trim());
      String[] parts = new String(both, StandardCharsets.UTF_8).split(":", 2);
      return new Credentials(parts[0], parts.length < 2 ? null : parts[1]);
    } catch (IllegalArgumentException notBase64) {
      throw new OAuthError("invalid_client");
    }
  }
}
