package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.TrackingCategory;
import io.ledgerway.sandbox.books.TrackingCategory.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How Xero shows a line. */
final class LineView {

  private final Organisation books;
  private final int unitDecimals;
  private final View view;
  private final boolean withErrors;

  /** What is read of invoices and credit notes names items, not only their codes. */
  private final boolean withItems;

  /**
   * @param failed the document is refused: then also lines of orders and journals say why
   */
  LineView(Organisation books, DocumentKind kind, int unitDecimals, View view, boolean failed) {
    this.books = books;
    this.view = view;
    boolean order = kind == DocumentKind.PURCHASE_ORDER;
    this.unitDecimals = order ? 4 : unitDecimals;
    this.withItems =
        !view.isWrite() && (kind == DocumentKind.INVOICE || kind == DocumentKind.CREDIT_NOTE);
    boolean silent = order || kind == DocumentKind.MANUAL_JOURNAL;
    this.withErrors = failed || (!silent && (view.isWrite() || view == View.SINGLE));
  }

  Map<String, Object> show(Line line) {
    Map<String, Object> shown = new LinkedHashMap<>();
    DocumentView.put(shown, "ItemCode", line.itemCode);
    DocumentView.put(shown, "Description", line.description);
    DocumentView.put(shown, "UnitAmount", DocumentView.unit(line.unitAmount, unitDecimals));
    DocumentView.put(shown, "TaxType", line.taxType);
    DocumentView.put(shown, "TaxAmount", line.taxAmount);
    DocumentView.put(shown, "LineAmount", line.lineAmount);
    DocumentView.put(shown, "DiscountRate", line.discountRate);
    DocumentView.put(shown, "DiscountAmount", line.discountAmount);
    Account account = line.accountId == null ? null : books.accounts().get(line.accountId);
    if (account != null) {
      DocumentView.put(shown, "AccountCode", account.code());
      shown.put("AccountID", account.id());
    } else {
      DocumentView.put(shown, "AccountCode", line.unknownAccount);
    }
    if (withItems && line.itemCode != null && books.items().find(line.itemCode) != null) {
      shown.put("Item", books.items().find(line.itemCode).brief());
    }
    shown.put("Tracking", tracking(line));
    DocumentView.put(shown, "Quantity", line.quantity);
    shown.put("LineItemID", line.id);
    if (withErrors) {
      shown.put(
          "ValidationErrors",
          line.errors == null
              ? List.of()
              : line.errors.stream().map(text -> Map.of("Message", text)).toList());
    }
    return shown;
  }

  private List<Map<String, Object>> tracking(Line line) {
    if (line.tracking.isEmpty()) {
      return List.of();
    }
    List<Map<String, Object>> shown = new ArrayList<>(2);
    for (UUID id : line.tracking) {
      for (TrackingCategory category : books.tracking().all()) {
        Option option = category.option(id);
        if (option != null) {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("Name", category.name());
          one.put("Option", option.name());
          if (!view.isWrite() || !line.trackedByName) {
            one.put("TrackingCategoryID", category.id());
            if (view.hasOptionIds()) {
              one.put("TrackingOptionID", option.id());
            } else {
              one.put("Options", List.of());
            }
          }
          shown.add(one);
        }
      }
    }
    return shown;
  }
}
