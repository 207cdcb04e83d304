package io.ledgerway.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /connect/token}, xero-api.md 1.3, 1.5 and 1.7. */
@RestController
class TokenController {

  private final Apps apps;
  private final Tokens tokens;

  TokenController(Apps apps, Tokens tokens) {
    this.apps = apps;
    this.tokens = tokens;
  }

  @PostMapping("/connect/token")
  ResponseEntity<Map<String, Object>> token(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Map<String, String> form) {
    String[] client = client(authorization, form);
    if (client[0] == null || client[0].isEmpty()) {
      return error("invalid_request", null);
    }
    App app = apps.get(client[0]);
    if (app == null || !app.secret().equals(client[1])) {
      return error("invalid_client", null);
    }
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error("unsupported_grant_type", null);
    }
    Set<String> scopes =
        form.get("scope") == null || form.get("scope").isBlank()
            ? app.scopes()
            : Scopes.parse(form.get("scope"));
    if (!app.scopes().containsAll(scopes)) {
      return error("invalid_scope", "Client credentials scope validation failed");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", tokens.issue(app, scopes, UUID.randomUUID(), null));
    answer.put("expires_in", Tokens.LIFE.toSeconds());
    answer.put("token_type", "Bearer");
    answer.put("scope", String.join(" ", scopes));
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer);
  }

  private static String[] client(String authorization, Map<String, String> form) {
    if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      try {
        String both =
            new String(
                Base64.getDecoder().decode(authorization.substring(6).trim()),
                StandardCharsets.UTF_8);
        int colon = both.indexOf(':');
        return colon < 0
            ? new String[] {both, ""}
            : new String[] {both.substring(0, colon), both.substring(colon + 1)};
      } catch (IllegalArgumentException notBase64) {
        return new String[] {"?", ""};
      }
    }
    return new String[] {form.get("client_id"), form.getOrDefault("client_secret", "")};
  }

  static ResponseEntity<Map<String, Object>> error(String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    if (description != null) {
      body.put("error_description", description);
    }
    return ResponseEntity.badRequest().body(body);
  }
}
