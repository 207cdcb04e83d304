package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What may not be changed any more, and what is changed without a trace. */
final class EditRule {

  private static final List<String> UNSEEN = List.of("DueDate", "DueDateString", "SentToContact");
  private static final List<String> UNSEEN_ON_LINES =
      List.of("AccountCode", "AccountID", "LineItemID");

  private EditRule() {}

  static void check(Document before, Document after, Findings findings) {
    if (before.kind.isBank()) {
      if (before.reconciled) {
        findings.error("This transaction cannot be edited as it has been reconciled.");
      }
      if (!before.isPlainBank()) {
        findings.error("Only SPEND and RECEIVE bank transactions can be updated");
      }
    } else if (StatusRule.hasPayments(before) && !sameMoney(before, after)) {
      findings.error(
          "This document cannot be edited as it has a payment or credit note allocated to it.");
    }
  }

  /** Texts, accounts and tracking of paid documents may still be changed (xero-api.md 4.6). */
  private static boolean sameMoney(Document before, Document after) {
    boolean same =
        before.date.equals(after.date)
            && before.currency.equals(after.currency)
            && before.currencyRate.compareTo(after.currencyRate) == 0
            && before.lineAmountTypes.equals(after.lineAmountTypes)
            && before.total.compareTo(after.total) == 0
            && before.lines.size() == after.lines.size();
    for (int i = 0; same && i < before.lines.size(); i++) {
      same = sameMoney(before.lines.get(i), after.lines.get(i));
    }
    return same;
  }

  private static boolean sameMoney(Line before, Line after) {
    return same(before.quantity, after.quantity)
        && same(before.unitAmount, after.unitAmount)
        && same(before.lineAmount, after.lineAmount)
        && same(before.taxAmount, after.taxAmount)
        && Objects.equals(before.taxType, after.taxType)
        && Objects.equals(before.itemCode, after.itemCode);
  }

  private static boolean same(BigDecimal one, BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }

  /**
   * On a document with payments a change of nothing but the due date or the mark as sent does not
   * move its change date, and third parties say so of the lines' accounts too (xero-api.md 2.4).
   */
  static boolean unseen(Organisation books, Document before, Document after) {
    return StatusRule.hasPayments(before) && seen(books, before).equals(seen(books, after));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> seen(Organisation books, Document document) {
    Map<String, Object> shown = DocumentView.full(books, document, 4, View.SINGLE, false);
    UNSEEN.forEach(shown::remove);
    for (Map<String, Object> line : (List<Map<String, Object>>) shown.get("LineItems")) {
      UNSEEN_ON_LINES.forEach(line::remove);
    }
    return shown;
  }
}
