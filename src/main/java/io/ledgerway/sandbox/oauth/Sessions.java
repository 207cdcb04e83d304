package io.ledgerway.sandbox.oauth;

import org.springframework.stereotype.Component;

/** Everything that clients and users hold: codes, tokens, consents, connections. */
@Component
public class Sessions {

  private final Apps apps;
  private final Connections connections;
  private final Tokens tokens;
  private final RefreshTokens refreshTokens;
  private final Codes codes;
  private final Consent consent;

  Sessions(
      Apps apps,
      Connections connections,
      Tokens tokens,
      RefreshTokens refreshTokens,
      Codes codes,
      Consent consent) {
    this.apps = apps;
    this.connections = connections;
    this.tokens = tokens;
    this.refreshTokens = refreshTokens;
    this.codes = codes;
    this.consent = consent;
  }

  /** Back to the start: the first app with its custom connection, and nobody signed in. */
  public void reset() {
    apps.reset();
    connections.reset(apps);
    tokens.reset();
    refreshTokens.reset();
    codes.reset();
    consent.reset();
  }
}
