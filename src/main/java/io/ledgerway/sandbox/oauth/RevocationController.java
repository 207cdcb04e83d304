package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.oauth.RefreshTokens.Refresh;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /connect/revocation}: cuts every connection of that user to the app. */
@RestController
class RevocationController {

  private final ClientLogin login;
  private final Tokens tokens;
  private final RefreshTokens refreshTokens;
  private final Connections connections;
  private final Consent consent;

  RevocationController(
      ClientLogin login,
      Tokens tokens,
      RefreshTokens refreshTokens,
      Connections connections,
      Consent consent) {
    this.login = login;
    this.tokens = tokens;
    this.refreshTokens = refreshTokens;
    this.connections = connections;
    this.consent = consent;
  }

  @PostMapping(path = "/connect/revocation", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<Void> revoke(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam Map<String, String> form) {
    App app = login.of(authorization, form);
    Refresh refresh = refreshTokens.find(form.get("token"));
    if (refresh != null && refresh.app().clientId().equals(app.clientId())) {
      UUID user = refresh.userId();
      refreshTokens.revoke(user, app);
      connections.removeUser(user, app.clientId());
      tokens.revoke(user, app.clientId());
      consent.forget(app.clientId(), user);
    }
    return ResponseEntity.ok().build();
  }
}
