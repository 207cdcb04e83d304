package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.ContactView;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.XeroDates;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Xero shows a document: whole, or as a summary in unpaged lists (xero-api.md 6.1). */
public final class DocumentView {

  private DocumentView() {}

  public static Map<String, Object> full(
      Organisation books, Document document, int unitDecimals, boolean failed) {
    if (document.kind == DocumentKind.MANUAL_JOURNAL) {
      return JournalView.full(books, document);
    }
    Map<String, Object> shown = head(books, document);
    Contact contact = document.contactId == null ? null : books.contacts().get(document.contactId);
    if (contact != null) {
      shown.put(
          "Contact",
          document.kind == DocumentKind.INVOICE
              ? ContactView.inInvoice(books, contact)
              : ContactView.inDocument(books, contact));
    }
    LineView lines =
        new LineView(books, document.kind == DocumentKind.PURCHASE_ORDER ? 4 : unitDecimals);
    shown.put("LineItems", document.lines.stream().map(lines::show).toList());
    if (!document.kind.isBank()) {
      PaymentView.ofDocument(books, document, shown);
      shown.put("HasErrors", failed);
    }
    return shown;
  }

  static Map<String, Object> summary(Organisation books, Document document, boolean withContact) {
    if (document.kind == DocumentKind.MANUAL_JOURNAL) {
      return JournalView.head(books, document);
    }
    Map<String, Object> shown = head(books, document);
    Contact contact = books.contacts().get(document.contactId);
    if (withContact && contact != null) {
      shown.put("Contact", ContactView.brief(contact));
    }
    shown.put("LineItems", List.of());
    return shown;
  }

  private static Map<String, Object> head(Organisation books, Document document) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Type", document.type);
    shown.put(document.kind.idName(), document.id);
    switch (document.kind) {
      case BANK_TRANSACTION -> bank(books, document, shown);
      case INVOICE -> invoice(document, shown);
      case CREDIT_NOTE -> creditNote(document, shown);
      case PURCHASE_ORDER -> OrderRule.show(document, shown);
      default -> throw new IllegalStateException(document.kind.name());
    }
    put(shown, "Url", document.url);
    put(shown, "DateString", XeroDates.string(document.date));
    put(shown, "Date", XeroDates.show(document.date));
    put(shown, "DueDateString", XeroDates.string(document.dueDate));
    put(shown, "DueDate", XeroDates.show(document.dueDate));
    shown.put("Status", document.status);
    shown.put("LineAmountTypes", document.lineAmountTypes);
    shown.put("SubTotal", document.subTotal);
    shown.put("TotalTax", document.totalTax);
    shown.put("Total", document.total);
    shown.put("UpdatedDateUTC", XeroDates.show(document.updated));
    if (document.kind == DocumentKind.INVOICE || document.kind == DocumentKind.CREDIT_NOTE) {
      shown.put("UpdatedDateUTCString", Instant.ofEpochMilli(document.updated).toString());
    }
    shown.put("CurrencyCode", document.currency);
    shown.put("CurrencyRate", document.currencyRate);
    shown.put("HasAttachments", books.attachments().any(document.id));
    return shown;
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

  private static void invoice(Document document, Map<String, Object> shown) {
    shown.put("InvoiceNumber", document.number == null ? "" : document.number);
    shown.put("Reference", document.reference == null ? "" : document.reference);
    shown.put("Prepayments", List.of());
    shown.put("Overpayments", List.of());
    shown.put("AmountDue", document.amountDue());
    shown.put("AmountPaid", document.amountPaid);
    shown.put("AmountCredited", document.amountCredited);
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

  private static void creditNote(Document document, Map<String, Object> shown) {
    shown.put("CreditNoteNumber", document.number == null ? "" : document.number);
    shown.put("Reference", document.reference == null ? "" : document.reference);
    shown.put("RemainingCredit", document.amountDue());
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
