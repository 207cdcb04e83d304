package io.ledgerway.polling;

import io.ledgerway.problem.LedgerwayException;

/** A source that gave no answer, or one that is larger than any file of records should be. */
class SourceSilent extends LedgerwayException {

  SourceSilent(String what, Throwable cause) {
    super(
        "SOURCE_SILENT",
        "The source gave no answer: " + what + ".",
        "It is asked again by itself. When it stays away, check that this machine reaches it.",
        cause);
  }
}
