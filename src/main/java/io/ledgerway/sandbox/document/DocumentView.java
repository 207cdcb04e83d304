package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.ContactView;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.XeroDates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Xero shows a document: whole, or as a summary in unpaged lists (xero-api.md 6.1). */
public final class DocumentView {

  private DocumentView() {}

  public static Map<String, Object> full(
      Organisation books, Document document, int unitDecimals, View view, boolean failed) {
    if (document.kind == DocumentKind.MANUAL_JOURNAL) {
      return JournalView.full(books, document, view, failed);
    }
    Map<String, Object> shown = head(books, document, view);
    contact(books, document, view, shown);
    LineView lines = new LineView(books, document.kind, unitDecimals, view, failed);
    shown.put("LineItems", document.lines.stream().map(lines::show).toList());
    if (!document.kind.isBank()) {
      PaymentView.ofDocument(books, document, view, shown);
      shown.put("HasErrors", failed);
    }
    return shown;
  }

  static Map<String, Object> summary(Organisation books, Document document) {
    if (document.kind == DocumentKind.MANUAL_JOURNAL) {
      return JournalView.head(books, document, View.LIST);
    }
    Map<String, Object> shown = head(books, document, View.LIST);
    contact(books, document, View.LIST, shown);
    shown.put("LineItems", List.of());
    return shown;
  }

  private static void contact(
      Organisation books, Document document, View view, Map<String, Object> shown) {
    Contact contact = document.contactId == null ? null : books.contacts().get(document.contactId);
    if (contact == null) {
      return;
    }
    shown.put(
        "Contact",
        switch (document.kind) {
          case PURCHASE_ORDER -> ContactView.inOrder(books, contact, view == View.PAGE);
          case INVOICE ->
              view.hasContactInBrief()
                  ? ContactView.inPage(contact)
                  : ContactView.inInvoice(books, contact);
          default ->
              view.hasContactInBrief()
                  ? ContactView.inPage(contact)
                  : ContactView.inDocument(books, contact);
        });
  }

  private static Map<String, Object> head(Organisation books, Document document, View view) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Type", document.type);
    shown.put(document.kind.idName(), document.id);
    switch (document.kind) {
      case BANK_TRANSACTION -> bank(books, document, shown);
      case INVOICE -> invoice(document, view, shown);
      case CREDIT_NOTE -> creditNote(document, view, shown);
      case PURCHASE_ORDER -> OrderRule.show(document, view, shown);
      default -> throw new IllegalStateException(document.kind.name());
    }
    put(shown, "Url", document.url);
    put(shown, "DateString", XeroDates.string(document.date));
    put(shown, "Date", XeroDates.show(document.date));
    if (document.kind != DocumentKind.PURCHASE_ORDER) {
      put(shown, "DueDateString", XeroDates.string(document.dueDate));
      put(shown, "DueDate", XeroDates.show(document.dueDate));
    }
    shown.put("Status", document.status);
    shown.put("LineAmountTypes", document.lineAmountTypes);
    shown.put("SubTotal", document.subTotal);
    shown.put("TotalTax", document.totalTax);
    shown.put("Total", document.total);
    shown.put("UpdatedDateUTC", XeroDates.show(document.updated));
    if (document.kind == DocumentKind.INVOICE || document.kind == DocumentKind.CREDIT_NOTE) {
      shown.put("UpdatedDateUTCString", XeroDates.stringUtc(document.updated));
    }
    shown.put("CurrencyCode", document.currency);
    shown.put("CurrencyRate", document.currencyRate);
    files(books, document, view, shown);
    return shown;
  }

  static void files(Organisation books, Document document, View view, Map<String, Object> shown) {
    if (view.tellsOfFiles()) {
      shown.put("HasAttachments", books.attachments().any(document.id));
    }
    if (view.namesFiles()) {
      shown.put("Attachments", books.attachments().shown(document.kind.plural(), document.id));
    }
  }

  private static void bank(Organisation books, Document document, Map<String, Object> shown) {
    Account account =
        document.bankAccountId == null ? null : books.accounts().get(document.bankAccountId);
    if (account != null) {
      Map<String, Object> bank = new LinkedHashMap<>();
      bank.put("AccountID", account.id());
      put(bank, "Code", account.code());
      bank.put("Name", account.name());
      shown.put("BankAccount", bank);
    }
    put(shown, "Reference", document.reference);
    shown.put("IsReconciled", document.reconciled);
  }

  private static void invoice(Document document, View view, Map<String, Object> shown) {
    shown.put("InvoiceNumber", document.number == null ? "" : document.number);
    shown.put("Reference", document.reference == null ? "" : document.reference);
    shown.put("Prepayments", List.of());
    shown.put("Overpayments", List.of());
    shown.put("AmountDue", due(document, view));
    shown.put("AmountPaid", document.amountPaid);
    if (view.showsNoPayments() || document.amountCredited.signum() != 0) {
      shown.put("AmountCredited", document.amountCredited);
    }
    shown.put("InvoicePaymentServices", List.of());
    if (view.showsNoPayments()) {
      shown.put("InvoiceAddresses", List.of());
    }
    shown.put("SentToContact", document.sentToContact);
    BigDecimal discount = DiscountRule.total(document);
    put(shown, "TotalDiscount", discount);
    shown.put("IsDiscounted", discount != null);
    put(shown, "RoundingAmount", document.rounding);
    shown.putAll(document.more);
    put(shown, "ExpectedPaymentDate", XeroDates.show(document.expectedDate));
    put(shown, "PlannedPaymentDate", XeroDates.show(document.plannedDate));
    put(shown, "FullyPaidOnDate", XeroDates.show(document.fullyPaidOn));
  }

  /** What a void or deletion answers keeps what was due until then (xero-api.md 7.3, 5). */
  private static BigDecimal due(Document document, View view) {
    return view.isWrite() ? document.open() : document.amountDue();
  }

  private static void creditNote(Document document, View view, Map<String, Object> shown) {
    shown.put("ID", document.id);
    put(shown, "FullyPaidOnDate", XeroDates.show(document.fullyPaidOn));
    if (view.showsNoPayments()) {
      shown.put("InvoiceAddresses", List.of());
    }
    shown.put("CreditNoteNumber", document.number == null ? "" : document.number);
    shown.put("Reference", document.reference == null ? "" : document.reference);
    shown.put("RemainingCredit", due(document, view));
    shown.put("Allocations", document.allocations.stream().map(Allocation::show).toList());
    shown.put("SentToContact", document.sentToContact);
  }

  static void put(Map<String, Object> shown, String name, Object value) {
    if (value != null) {
      shown.put(name, value);
    }
  }

  static BigDecimal unit(BigDecimal amount, int decimals) {
    return amount == null ? null : amount.setScale(decimals, RoundingMode.HALF_UP);
  }
}
