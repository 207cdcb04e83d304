package io.ledgerway.source;

import io.ledgerway.problem.LedgerwayException;

/** The account of a source that a company wants is another company's already. */
public class AccountTaken extends LedgerwayException {

  AccountTaken(String source, String account) {
    super(
        "ACCOUNT_TAKEN",
        "The account '%s' of %s belongs to another company here.".formatted(account, source),
        "An account belongs to one company. Check the id, or take it from the other company"
            + " first.");
  }
}
