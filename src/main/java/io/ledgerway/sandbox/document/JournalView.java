package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.XeroDates;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Xero shows a manual journal; without its lines in unpaged lists. */
final class JournalView {

  private JournalView() {}

  static Map<String, Object> full(Organisation books, Document journal, View view, boolean failed) {
    Map<String, Object> shown = head(books, journal, view);
    LineView lineView = new LineView(books, journal.kind, 2, view, failed);
    List<Map<String, Object>> lines =
        journal.lines.stream()
            .map(
                line -> {
                  Map<String, Object> one = lineView.show(line);
                  one.remove("LineItemID");
                  if (journal.lineAmountTypes.equals("NoTax")) {
                    one.put("TaxType", "NONE");
                    if (view == View.WRITE) {
                      one.remove("TaxAmount");
                    }
                  }
                  one.put("IsBlank", false);
                  return one;
                })
            .toList();
    shown.put("JournalLines", lines);
    shown.put("DebitTotal", sum(journal, 1));
    shown.put("CreditTotal", sum(journal, -1));
    return shown;
  }

  private static BigDecimal sum(Document journal, int sign) {
    return journal.lines.stream()
        .map(line -> line.lineAmount)
        .filter(amount -> amount.signum() == sign)
        .reduce(Money.cents(BigDecimal.ZERO), BigDecimal::add);
  }

  static Map<String, Object> head(Organisation books, Document journal, View view) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ManualJournalID", journal.id);
    shown.put("Narration", journal.reference);
    shown.put("Date", XeroDates.show(journal.date));
    shown.put("Status", journal.status);
    shown.put("LineAmountTypes", journal.lineAmountTypes);
    DocumentView.put(shown, "Url", journal.url);
    shown.put("ShowOnCashBasisReports", journal.reconciled);
    DocumentView.files(books, journal, view, shown);
    shown.put("UpdatedDateUTC", XeroDates.show(journal.updated));
    return shown;
  }
}
