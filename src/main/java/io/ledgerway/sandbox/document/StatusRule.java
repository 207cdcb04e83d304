package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Doubt;
import io.ledgerway.sandbox.books.Organisation;
import java.util.List;
import java.util.Map;

/** Which status may follow which, xero-api.md 4.5 to 4.8. */
final class StatusRule {

  private static final Map<String, List<String>> FOLLOWING =
      Map.of(
          "DRAFT", List.of("DRAFT", "SUBMITTED", "AUTHORISED", "DELETED"),
          "SUBMITTED", List.of("SUBMITTED", "AUTHORISED", "DRAFT", "DELETED"),
          "AUTHORISED", List.of("AUTHORISED", "VOIDED"),
          "PAID", List.of("PAID"));

  private static final Map<String, List<String>> JOURNAL =
      Map.of(
          "DRAFT", List.of("DRAFT", "POSTED", "DELETED"),
          "POSTED", List.of("POSTED", "VOIDED"));

  static final String ORDER_STATUS = "PurchaseOrder status change is invalid";
  static final String DELETED_ORDER = "Deleted PurchaseOrders cannot be updated";

  /** Not published but for drafts; what is deleted is final. */
  private static final Map<String, List<String>> ORDER =
      Map.of("BILLED", List.of("BILLED", "DELETED"), "DELETED", List.of());

  private StatusRule() {}

  static void check(Organisation books, Document before, Document after, Findings findings) {
    String what = after.kind == DocumentKind.CREDIT_NOTE ? "Credit note" : after.kind.singular();
    if (before == null) {
      if (!first(after.kind).contains(after.status)) {
        findings.error(what + " not of valid status for creation");
      }
    } else if (after.kind.isBank()) {
      if (before.isGone() || after.status.equals("VOIDED")) {
        findings.error(what + " not of valid status for modification");
      }
    } else if (after.kind == DocumentKind.PURCHASE_ORDER) {
      checkOrder(books, before, after, findings);
    } else if (!following(before).contains(after.status)) {
      findings.error(what + " not of valid status for modification");
    } else if (after.status.equals("VOIDED") && hasPayments(before)) {
      findings.error(
          "The status VOIDED cannot be applied to the invoice because it has payments or credit"
              + " notes allocated to it.");
    }
  }

  private static void checkOrder(
      Organisation books, Document before, Document after, Findings findings) {
    boolean back = before.status.equals("AUTHORISED") && after.status.equals("DRAFT");
    if (!ORDER.getOrDefault(before.status, before.kind.statuses).contains(after.status)
        || (back && !books.is(Doubt.ORDERS_GO_BACK_TO_DRAFT))) {
      findings.error(ORDER_STATUS);
    }
    if (before.status.equals("DELETED")) {
      findings.error(DELETED_ORDER);
    }
  }

  private static List<String> first(DocumentKind kind) {
    return switch (kind) {
      case BANK_TRANSACTION -> List.of("AUTHORISED");
      case MANUAL_JOURNAL -> List.of("DRAFT", "POSTED");
      case PURCHASE_ORDER -> List.of("DRAFT", "SUBMITTED", "AUTHORISED", "BILLED");
      default -> List.of("DRAFT", "SUBMITTED", "AUTHORISED");
    };
  }

  private static List<String> following(Document before) {
    return switch (before.kind) {
      case MANUAL_JOURNAL -> JOURNAL.getOrDefault(before.status, List.of());
      default -> FOLLOWING.getOrDefault(before.status, List.of());
    };
  }

  static boolean hasPayments(Document document) {
    return document.amountPaid.signum() != 0 || document.amountCredited.signum() != 0;
  }
}
