package io.ledgerway.telling;

import io.ledgerway.problem.LedgerwayException;

/** What a mapping made is more than the broker takes. */
class RecordTooLarge extends LedgerwayException {

  RecordTooLarge(int bytes, int mostBytes) {
    super(
        "RECORD_TOO_LARGE",
        "The record has %d bytes; the broker takes %d.".formatted(bytes, mostBytes),
        "Let the mapping tell less of it, or let the broker take more"
            + " (ledgerway.telling.most-bytes).");
  }
}
