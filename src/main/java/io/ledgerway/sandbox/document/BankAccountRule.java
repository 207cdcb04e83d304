package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import java.util.UUID;

/** Which bank account a bank transaction is on; it also decides the currency. */
final class BankAccountRule {

  private static final String UNKNOWN =
      "The specified bank account details does not match a known bank account.";

  private final Organisation books;
  private final Findings findings;

  BankAccountRule(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  void read(Document document, Input in) {
    Input sent = in.object("BankAccount");
    if (sent == null) {
      if (document.bankAccountId == null) {
        findings.error(UNKNOWN);
      }
      return;
    }
    UUID id = sent.uuid("AccountID");
    Account account =
        id != null ? books.accounts().get(id) : books.accounts().find(sent.text("Code"));
    if (account == null || !account.isBank()) {
      findings.error(UNKNOWN);
      return;
    }
    document.bankAccountId = account.id();
    document.currency = account.currency();
    if (!account.isActive()) {
      findings.error(
          account.name()
              + " bank account is archived and cannot be used. Please un-archive it first.");
    }
  }
}
