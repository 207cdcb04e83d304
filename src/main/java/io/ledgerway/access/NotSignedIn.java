package io.ledgerway.access;

import io.ledgerway.problem.LedgerwayException;

/** Whoever asks was signed in, and may not be any longer. */
public class NotSignedIn extends LedgerwayException {

  NotSignedIn() {
    super(
        "NOT_AUTHENTICATED",
        "You are not signed in, or no longer may be.",
        "Sign in again, or send a key that is in force.");
  }
}
