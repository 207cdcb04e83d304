package io.ledgerway.connection;

import java.time.Instant;

/**
 * What the token endpoint gave.
 *
 * @param refresh null for client credentials
 */
record FreshToken(String access, Instant expiresAt, String refresh) {

  /** Leaves the tokens out. */
  @Override
  public String toString() {
    return "FreshToken[expiresAt=" + expiresAt + "]";
  }
}
