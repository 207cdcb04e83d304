package io.ledgerway.connection;

import java.time.Instant;
import java.util.UUID;

/**
 * The tokens of one consent, in clear.
 *
 * @param client null when the environment's is used
 * @param accessToken null when there was none yet
 * @param refreshToken null for client credentials
 */
record TokenSet(
    UUID id,
    GrantType grantType,
    Client client,
    String accessToken,
    Instant accessExpiresAt,
    String refreshToken) {

  enum GrantType {
    /** A custom connection: each token is asked for anew (xero-api.md 1.5). */
    CLIENT_CREDENTIALS,
    /** A person's consent: each refresh gives another refresh token (xero-api.md 1.3). */
    AUTHORIZATION_CODE
  }

  boolean goodAt(Instant moment) {
    return accessToken != null && accessExpiresAt.isAfter(moment);
  }

  /** An answer without a refresh token leaves the old one in force. */
  TokenSet with(FreshToken fresh) {
    return new TokenSet(
        id,
        grantType,
        client,
        fresh.access(),
        fresh.expiresAt(),
        fresh.refresh() == null ? refreshToken : fresh.refresh());
  }

  /** Leaves the tokens out. */
  @Override
  public String toString() {
    return "TokenSet[" + id + "]";
  }
}
