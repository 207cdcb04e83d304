package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import java.util.UUID;

/** Which account a line is posted to, by id or code; bank and control accounts never. */
final class LineAccount {

  private final Organisation books;
  private final Findings findings;

  LineAccount(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  void read(Document document, Line line, Input in) {
    UUID id = in.uuid("AccountID");
    String code = in.text("AccountCode");
    if (id == null && (code == null || code.isEmpty())) {
      return;
    }
    Account account = id != null ? books.accounts().get(id) : books.accounts().find(code);
    line.accountId = account == null ? null : account.id();
    line.unknownAccount = account != null ? null : code == null ? "" : code;
    if (account == null && id == null && losesUnknown(document)) {
      line.unknownAccount = null;
      findings.warning(
          "Account code '%s' has been removed as it does not match a recognised account."
              .formatted(code));
    } else if (account == null && id != null) {
      findings.error(line, "Account must be valid.");
    } else if (account == null || account.isBank() || account.isControl()) {
      findings.error(
          line,
          "Account code '%s' is not a valid code for this document."
              .formatted(account == null ? code : account.code()));
    } else if (!account.isActive()) {
      findings.error(
          line,
          ("Account code '%s' has been archived, or has been deleted. Each line item must reference"
                  + " a valid account.")
              .formatted(account.code()));
    }
  }

  /** A draft is saved without the code, and only a warning says so (xero-api.md 7.2, 8). */
  private static boolean losesUnknown(Document document) {
    return document.status.equals("DRAFT")
        && (document.kind == DocumentKind.INVOICE || document.kind == DocumentKind.CREDIT_NOTE);
  }
}
