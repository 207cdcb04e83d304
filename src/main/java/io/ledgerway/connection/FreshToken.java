package io.ledgerway.connection;

import java.time.Instant;

/**
 * What the token endpoint gave.
 *
 * @param refresh null for client credentials
 * @param scopes as granted, separated by spaces; null when the answer did not say
 */
record FreshToken(String access, Instant expiresAt, String refresh, String scopes) {

  /** Leaves the tokens out. */
  @Override
  public String toString() {
    return "FreshToken[expiresAt=" + expiresAt + "]";
  }
}
