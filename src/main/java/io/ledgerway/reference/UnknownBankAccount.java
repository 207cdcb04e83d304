package io.ledgerway.reference;

import io.ledgerway.problem.LedgerwayException;

/** No active bank account of the company's books has that id. */
public class UnknownBankAccount extends LedgerwayException {

  UnknownBankAccount(String company, String id) {
    super(
        "BANK_ACCOUNT_UNKNOWN",
        "'" + id + "' is no active bank account of this company in Xero.",
        "Give the AccountID of one that is; was it added just now, read the accounts first.");
    with("company", company);
  }
}
