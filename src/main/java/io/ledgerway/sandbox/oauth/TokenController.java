package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.oauth.RefreshTokens.Refresh;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /connect/token}, xero-api.md 1.1 to 1.7. */
@RestController
class TokenController {

  private final ClientLogin login;
  private final Tokens tokens;
  private final RefreshTokens refreshTokens;
  private final IdTokens idTokens;
  private final Codes codes;

  TokenController(
      ClientLogin login,
      Tokens tokens,
      RefreshTokens refreshTokens,
      IdTokens idTokens,
      Codes codes) {
    this.login = login;
    this.tokens = tokens;
    this.refreshTokens = refreshTokens;
    this.idTokens = idTokens;
    this.codes = codes;
  }

  @PostMapping(path = "/connect/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Map<String, Object>> token(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Map<String, String> form) {
    App app = login.of(authorization, form);
    Map<String, Object> answer =
        switch (form.getOrDefault("grant_type", "")) {
          case "client_credentials" -> clientCredentials(app, form.getOrDefault("scope", ""));
          case "authorization_code" -> authorizationCode(app, form);
          case "refresh_token" -> refresh(app, form.get("refresh_token"));
          default -> throw new OAuthError("unsupported_grant_type");
        };
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer);
  }

  @PostMapping("/connect/token")
  ResponseEntity<Map<String, Object>> notAForm() {
    throw new OAuthError("invalid_request");
  }

  private Map<String, Object> clientCredentials(App app, String asked) {
    Set<String> scopes = asked.isBlank() ? withoutAsking(app) : Scopes.parse(asked);
    if (app.pkce()) {
      throw new OAuthError("unauthorized_client");
    }
    if (!app.scopes().containsAll(scopes)) {
      throw new OAuthError("invalid_scope", "Client credentials scope validation failed");
    }
    return answer(tokens.issue(app, scopes, UUID.randomUUID(), null), scopes);
  }

  /** All but the one that changes what {@code /connections} means. */
  private static Set<String> withoutAsking(App app) {
    Set<String> scopes = new HashSet<>(app.scopes());
    scopes.remove("app.connections");
    return scopes;
  }

  private Map<String, Object> authorizationCode(App app, Map<String, String> form) {
    Codes.Code code = codes.use(form.get("code"));
    boolean fits =
        code != null
            && code.app().clientId().equals(app.clientId())
            && code.redirectUri().equals(form.get("redirect_uri"))
            && Pkce.fits(code.challenge(), form.get("code_verifier"));
    if (!fits) {
      throw new OAuthError("invalid_grant");
    }
    return userTokens(app, code.scopes(), code.authEventId(), code.userId());
  }

  private Map<String, Object> refresh(App app, String token) {
    Refresh refresh = refreshTokens.use(token, app);
    if (refresh == null) {
      throw new OAuthError("invalid_grant");
    }
    return userTokens(app, refresh.scopes(), refresh.authEventId(), refresh.userId());
  }

  private Map<String, Object> userTokens(App app, Set<String> scopes, UUID event, UUID userId) {
    Map<String, Object> answer = answer(tokens.issue(app, scopes, event, userId), scopes);
    if (scopes.contains("offline_access")) {
      answer.put("refresh_token", refreshTokens.issue(app, scopes, event, userId));
    }
    if (scopes.contains("openid")) {
      answer.put("id_token", idTokens.issue(app, userId, scopes));
    }
    return answer;
  }

  private static Map<String, Object> answer(String token, Set<String> scopes) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", token);
    answer.put("expires_in", Tokens.LIFE.toSeconds());
    answer.put("token_type", "Bearer");
    answer.put("scope", String.join(" ", scopes));
    return answer;
  }
}
