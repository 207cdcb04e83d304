package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import java.time.LocalDate;
import java.time.YearMonth;

/** Small plans approve few bills and invoices in a month, xero-api.md 4.6 and 6.3. */
public final class PlanRule {

  private PlanRule() {}

  static void check(Organisation books, Document before, Document document, Findings findings) {
    boolean approves = document.isPosted() && (before == null || !before.isPosted());
    if (document.kind == DocumentKind.INVOICE
        && approves
        && reached(books, document.isSale(), document.date)) {
      findings.error("You have reached the limit of invoices you can approve");
    }
  }

  /** Whether no more bills, or sales invoices, can be approved in the month of the date. */
  public static boolean reached(Organisation books, boolean sale, LocalDate date) {
    int most = books.plan().approvals(sale);
    if (most == Integer.MAX_VALUE) {
      return false;
    }
    YearMonth month = YearMonth.from(date);
    long approved =
        books.documents(DocumentKind.INVOICE).all().stream()
            .filter(Document::isPosted)
            .filter(other -> other.isSale() == sale)
            .filter(other -> YearMonth.from(other.date).equals(month))
            .count();
    return approved >= most;
  }
}
