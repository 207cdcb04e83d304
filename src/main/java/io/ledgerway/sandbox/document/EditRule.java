package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Input;
import java.util.List;

/** What may not be changed any more. */
final class EditRule {

  private EditRule() {}

  static void check(Document before, Input in, Findings findings) {
    if (before.kind.isBank()) {
      if (before.reconciled) {
        findings.error("This transaction cannot be edited as it has been reconciled.");
      }
      if (!before.type.equals("SPEND") && !before.type.equals("RECEIVE")) {
        findings.error("Only SPEND and RECEIVE bank transactions can be updated");
      }
      return;
    }
    boolean touchesMoney =
        in.has("Date")
            || in.has("CurrencyCode")
            || in.has("LineAmountTypes")
            || amountsChange(before, in);
    if (StatusRule.hasPayments(before) && touchesMoney) {
      findings.error(
          "This document cannot be edited as it has a payment or credit note allocated to it.");
    }
  }

  /** These changes of paid documents do not move the change date, xero-api.md 2.4. */
  static boolean isUnseen(Document before, Input in) {
    return before != null
        && StatusRule.hasPayments(before)
        && in.holdsOnly(List.of(before.kind.idName(), "DueDate", "SentToContact"));
  }

  private static boolean amountsChange(Document before, Input in) {
    if (!in.has("LineItems")) {
      return false;
    }
    // Accounts, tracking and texts of paid documents may still be changed.
    return in.list("LineItems").size() != before.lines.size()
        || in.list("LineItems").stream()
            .anyMatch(
                line -> line.has("UnitAmount") || line.has("Quantity") || line.has("TaxType"));
  }
}
