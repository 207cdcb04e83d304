package io.ledgerway.setup;

import io.ledgerway.problem.LedgerwayException;

/** Somebody else changed a draft since it was looked at. */
public final class DraftChanged extends LedgerwayException {

  DraftChanged(String company) {
    super(
        "DRAFT_CHANGED",
        "Somebody else has changed the import settings since you read them.",
        "Read them again, and make your change to what they are now.");
    with("company", company);
  }
}
