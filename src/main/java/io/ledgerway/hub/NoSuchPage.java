package io.ledgerway.hub;

import io.ledgerway.problem.LedgerwayException;

/** The address names what there is not. */
final class NoSuchPage extends LedgerwayException {

  NoSuchPage() {
    super(
        "NOT_FOUND",
        "The address is misspelt, or what was there is gone.",
        "Go back, or begin with the overview.");
  }
}
