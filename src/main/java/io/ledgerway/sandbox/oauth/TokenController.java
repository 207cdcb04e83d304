package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.oauth.RefreshTokens.Refresh;
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

/** {@code POST /connect/token} and {@code /connect/revocation}, xero-api.md 1.1 to 1.7. */
@RestController
class TokenController {

  private final Apps apps;
  private final Tokens tokens;
  private final RefreshTokens refreshTokens;
  private final Codes codes;
  private final Connections connections;
  private final Consent consent;
  private final Jwt jwt;

  TokenController(
      Apps apps,
      Tokens tokens,
      RefreshTokens refreshTokens,
      Codes codes,
      Connections connections,
      Consent consent,
      Jwt jwt) {
    this.apps = apps;
    this.tokens = tokens;
    this.refreshTokens = refreshTokens;
    this.codes = codes;
    this.connections = connections;
    this.consent = consent;
    this.jwt = jwt;
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
    String grantType = form.getOrDefault("grant_type", "");
    // With PKCE there is no secret; the verifier stands for it.
    boolean pkce = grantType.equals("authorization_code") && form.containsKey("code_verifier");
    boolean known = app != null && (app.secret().equals(client[1]) || pkce || isPublic(form));
    if (!known) {
      return error("invalid_client", null);
    }
    return switch (grantType) {
      case "client_credentials" -> clientCredentials(app, form);
      case "authorization_code" -> authorizationCode(app, form);
      case "refresh_token" -> refresh(app, form);
      default -> error("unsupported_grant_type", null);
    };
  }

  @PostMapping("/connect/revocation")
  ResponseEntity<Map<String, Object>> revoke(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Map<String, String> form) {
    String[] client = client(authorization, form);
    App app = apps.get(client[0]);
    if (app == null || !app.secret().equals(client[1])) {
      return error("invalid_client", null);
    }
    Refresh refresh = refreshTokens.find(form.get("token"));
    if (refresh != null && refresh.app().clientId().equals(app.clientId())) {
      refreshTokens.revoke(refresh.userId(), app);
      connections.removeUser(refresh.userId(), app.clientId());
      tokens.revoke(refresh.userId(), app.clientId());
      consent.forget(app.clientId());
    }
    return ResponseEntity.ok().build();
  }

  private ResponseEntity<Map<String, Object>> clientCredentials(App app, Map<String, String> form) {
    Set<String> scopes =
        form.getOrDefault("scope", "").isBlank() ? app.scopes() : Scopes.parse(form.get("scope"));
    if (!app.scopes().containsAll(scopes)) {
      return error("invalid_scope", "Client credentials scope validation failed");
    }
    return good(tokens.issue(app, scopes, UUID.randomUUID(), null), scopes, Map.of());
  }

  private ResponseEntity<Map<String, Object>> authorizationCode(App app, Map<String, String> form) {
    Codes.Code code = codes.use(form.get("code"));
    boolean fits =
        code != null
            && code.app().clientId().equals(app.clientId())
            && code.redirectUri().equals(form.get("redirect_uri"))
            && Pkce.fits(code.challenge(), form.get("code_verifier"));
    return fits
        ? userTokens(app, code.scopes(), code.authEventId(), Consent.USER)
        : error("invalid_grant", null);
  }

  private ResponseEntity<Map<String, Object>> refresh(App app, Map<String, String> form) {
    Refresh refresh = refreshTokens.use(form.get("refresh_token"), app);
    return refresh == null
        ? error("invalid_grant", null)
        : userTokens(app, refresh.scopes(), refresh.authEventId(), refresh.userId());
  }

  private ResponseEntity<Map<String, Object>> userTokens(
      App app, Set<String> scopes, UUID authEventId, UUID userId) {
    Map<String, Object> more = new LinkedHashMap<>();
    if (scopes.contains("offline_access")) {
      more.put("refresh_token", refreshTokens.issue(app, scopes, authEventId, userId));
    }
    if (scopes.contains("openid")) {
      more.put(
          "id_token",
          jwt.sign(
              Map.of(
                  "sub", userId.toString().replace("-", ""),
                  "xero_userid", userId,
                  "email", "user@sandbox.example",
                  "given_name", "Sandbox",
                  "family_name", "User",
                  "aud", app.clientId(),
                  "iss", "https://identity.xero.com")));
    }
    return good(tokens.issue(app, scopes, authEventId, userId), scopes, more);
  }

  private static ResponseEntity<Map<String, Object>> good(
      String token, Set<String> scopes, Map<String, Object> more) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", token);
    answer.put("expires_in", Tokens.LIFE.toSeconds());
    answer.put("token_type", "Bearer");
    answer.putAll(more);
    answer.put("scope", String.join(" ", scopes));
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer);
  }

  /** A PKCE app refreshes with its client id alone. */
  private static boolean isPublic(Map<String, String> form) {
    return form.containsKey("refresh_token")
        && form.containsKey("client_id")
        && !form.containsKey("client_secret");
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

  private static ResponseEntity<Map<String, Object>> error(String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    if (description != null) {
      body.put("error_description", description);
    }
    return ResponseEntity.badRequest().body(body);
  }
}
