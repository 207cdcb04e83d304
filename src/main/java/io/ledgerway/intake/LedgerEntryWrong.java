package io.ledgerway.intake;

import io.ledgerway.problem.LedgerwayException;

/** What a {@code ledger-entry} mapping says of a good event, and the ledger cannot take. */
class LedgerEntryWrong extends LedgerwayException {

  LedgerEntryWrong(String what) {
    super(
        "LEDGER_ENTRY_WRONG",
        "The mapping that enters events in the ledger makes a mistake: " + what + ".",
        "Mend the mapping; the event is then taken in again by itself.");
  }
}
