package io.ledgerway.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who signs in.
 *
 * @param login what they sign in with, in lower case: an e-mail address, or a name such as admin
 * @param disabledAt null while they may sign in
 */
record HubUser(
    UUID id,
    String login,
    String name,
    String password,
    boolean mustChange,
    boolean operator,
    Instant disabledAt,
    Instant createdAt,
    Instant signedInAt) {

  /** Leaves the hash out. */
  @Override
  public String toString() {
    return "HubUser[" + login + "]";
  }
}
