package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import java.time.YearMonth;

/** Small plans approve few bills and invoices in a month, xero-api.md 4.6 and 6.3. */
final class PlanRule {

  private PlanRule() {}

  static void check(Organisation books, Document before, Document document, Findings findings) {
    boolean approves = document.isPosted() && (before == null || !before.isPosted());
    int most = books.plan().approvals(document.isSale());
    if (document.kind != DocumentKind.INVOICE || !approves || most == Integer.MAX_VALUE) {
      return;
    }
    YearMonth month = YearMonth.from(document.date);
    long approved =
        books.documents(document.kind).all().stream()
            .filter(Document::isPosted)
            .filter(other -> other.isSale() == document.isSale())
            .filter(other -> YearMonth.from(other.date).equals(month))
            .count();
    if (approved >= most) {
      findings.error("You have reached the limit of invoices you can approve");
    }
  }
}
