package io.ledgerway.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The tokens of one consent, in clear.
 *
 * @param client null when the environment's is used
 * @param accessToken null when there was none yet
 * @param refreshToken null for client credentials
 * @param previousRefreshToken the one before, which Xero takes once more until previousUntil; null
 *     when there is none
 * @param scopes as granted, separated by spaces; null when Xero did not say
 * @param version counts renewals
 */
record TokenSet(
    UUID id,
    GrantType grantType,
    Client client,
    String accessToken,
    Instant accessExpiresAt,
    String refreshToken,
    String previousRefreshToken,
    Instant previousUntil,
    String scopes,
    long version) {

  /** How long a refresh token works beyond its replacement (xero-api.md 1.3). */
  private static final Duration GRACE = Duration.ofMinutes(30);

  enum GrantType {
    /** A custom connection: each token is asked for anew (xero-api.md 1.5). */
    CLIENT_CREDENTIALS,
    /** A person's consent: each refresh gives another refresh token (xero-api.md 1.3). */
    AUTHORIZATION_CODE
  }

  /** What a grant begins with. */
  static TokenSet begin(UUID id, GrantType grantType, Client client, FreshToken fresh) {
    return new TokenSet(
        id,
        grantType,
        client,
        fresh.access(),
        fresh.expiresAt(),
        fresh.refresh(),
        null,
        null,
        fresh.scopes(),
        0);
  }

  boolean goodAt(Instant moment) {
    return accessToken != null && accessExpiresAt.isAfter(moment);
  }

  /**
   * @param refused an access token that Xero has refused; may be null
   */
  boolean useful(String refused, Instant until) {
    return goodAt(until) && !accessToken.equals(refused);
  }

  boolean previousGoodAt(Instant moment) {
    return previousRefreshToken != null && previousUntil.isAfter(moment);
  }

  /** An answer without a refresh token leaves the old one in force. */
  TokenSet with(FreshToken fresh, Instant now) {
    boolean rotated = fresh.refresh() != null;
    return new TokenSet(
        id,
        grantType,
        client,
        fresh.access(),
        fresh.expiresAt(),
        rotated ? fresh.refresh() : refreshToken,
        rotated ? refreshToken : previousRefreshToken,
        rotated ? now.plus(GRACE) : previousUntil,
        fresh.scopes() == null ? scopes : fresh.scopes(),
        version + 1);
  }

  /** Leaves the tokens out. */
  @Override
  public String toString() {
    return "TokenSet[" + id + "]";
  }
}
