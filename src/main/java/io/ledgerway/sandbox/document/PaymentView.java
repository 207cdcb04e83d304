package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.BatchPayment;
import io.ledgerway.sandbox.books.ContactView;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.http.XeroDates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How Xero shows a payment, on its own and as a part of its document. */
final class PaymentView {

  private PaymentView() {}

  /**
   * With its whole document as it is then: owing, paid, its other payments (xero-api.md 7.3, 4);
   * read alone, with this one, too. In pages the document has no amounts and the account no name.
   */
  static Map<String, Object> full(Organisation books, Payment payment, View view) {
    Map<String, Object> shown = brief(payment);
    shown.put("BankAmount", payment.bankAmount());
    shown.put("PaymentType", payment.type());
    shown.put("Status", payment.status());
    shown.put("IsReconciled", payment.reconciled());
    shown.put("UpdatedDateUTC", XeroDates.show(payment.updated()));
    shown.put("UpdatedDateUTCString", XeroDates.stringUtc(payment.updated()));
    shown.put("HasAccount", true);
    batch(books, payment, shown);
    boolean paged = view.hasContactInBrief();
    shown.put("Account", account(books.accounts().get(payment.accountId()), paged));
    DocumentKind kind = payment.ofCreditNote() ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE;
    Document document = books.documents(kind).get(payment.documentId());
    shown.put(
        kind.singular(),
        paged ? inPage(books, document) : whole(books, document, payment.id(), view));
    return shown;
  }

  private static Map<String, Object> account(Account account, boolean paged) {
    Map<String, Object> from = new LinkedHashMap<>();
    from.put("AccountID", account.id());
    DocumentView.put(from, "Code", account.code());
    if (!paged) {
      from.put("Name", account.name());
      DocumentView.put(from, "CurrencyCode", account.currency());
    }
    return from;
  }

  private static void batch(Organisation books, Payment payment, Map<String, Object> shown) {
    if (payment.batchId() == null) {
      return;
    }
    shown.put("BatchPaymentID", payment.batchId());
    BatchPayment batch = books.batchPayments().get(payment.batchId());
    if (batch != null) {
      Map<String, Object> whole = new LinkedHashMap<>();
      whole.put("BatchPaymentID", batch.id());
      whole.put("Account", Map.of("AccountID", batch.accountId()));
      whole.put("Date", XeroDates.show(batch.date()));
      whole.put("Type", batch.type());
      whole.put("Status", batch.status());
      whole.put("TotalAmount", batch.total());
      whole.put("UpdatedDateUTC", XeroDates.show(batch.updated()));
      whole.put("IsReconciled", false);
      shown.put("BatchPayment", whole);
    }
  }

  private static Map<String, Object> whole(
      Organisation books, Document document, UUID payment, View view) {
    Map<String, Object> shown = DocumentView.full(books, document, 2, View.WRITE, false);
    shown.put("Contact", ContactView.inPayment(books.contacts().get(document.contactId)));
    payments(books, document, View.WRITE, view.isWrite() ? payment : null, shown);
    return shown;
  }

  private static Map<String, Object> inPage(Organisation books, Document document) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Type", document.type);
    shown.put(document.kind.idName(), document.id);
    shown.put(document.kind.numberName(), document.number);
    shown.put("Payments", List.of());
    if (document.kind == DocumentKind.INVOICE) {
      List.of("CreditNotes", "Prepayments", "Overpayments", "InvoicePaymentServices")
          .forEach(name -> shown.put(name, List.of()));
      shown.put("IsDiscounted", false);
    }
    shown.put("InvoiceAddresses", List.of());
    shown.put("HasErrors", false);
    shown.put("Contact", ContactView.inPage(books.contacts().get(document.contactId)));
    shown.put("LineItems", List.of());
    shown.put("CurrencyCode", document.currency);
    return shown;
  }

  private static Map<String, Object> brief(Payment payment) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("PaymentID", payment.id());
    shown.put("Date", XeroDates.show(payment.date()));
    shown.put("Amount", payment.amount());
    DocumentView.put(shown, "Reference", payment.reference());
    shown.put("CurrencyRate", payment.currencyRate());
    shown.put("HasAccount", false);
    shown.put("HasValidationErrors", false);
    return shown;
  }

  static void ofDocument(
      Organisation books, Document document, View view, Map<String, Object> shown) {
    if (document.kind == DocumentKind.PURCHASE_ORDER) {
      return;
    }
    payments(books, document, view, null, shown);
    if (document.kind == DocumentKind.INVOICE) {
      List<Map<String, Object>> credits = credits(books, document, view);
      if (view.showsNoPayments() || !credits.isEmpty()) {
        shown.put("CreditNotes", credits);
      }
    }
  }

  private static void payments(
      Organisation books, Document document, View view, UUID without, Map<String, Object> shown) {
    List<Map<String, Object>> payments = new ArrayList<>(0);
    if (document.amountPaid.signum() != 0) {
      for (Payment payment : books.payments().all()) {
        if (payment.documentId().equals(document.id)
            && !payment.isDeleted()
            && !payment.id().equals(without)) {
          payments.add(brief(payment));
        }
      }
    }
    if (view.showsNoPayments() || !payments.isEmpty()) {
      shown.put("Payments", payments);
    } else {
      shown.remove("Payments");
    }
  }

  /** The parts of credit notes that are set off against an invoice. */
  private static List<Map<String, Object>> credits(
      Organisation books, Document invoice, View view) {
    List<Map<String, Object>> shown = new ArrayList<>(0);
    if (invoice.amountCredited.signum() == 0) {
      return shown;
    }
    for (Document note : books.documents(DocumentKind.CREDIT_NOTE).all()) {
      for (Allocation allocation : note.allocations) {
        if (allocation.invoiceId().equals(invoice.id)) {
          shown.add(credit(note, allocation, view));
        }
      }
    }
    return shown;
  }

  private static Map<String, Object> credit(Document note, Allocation allocation, View view) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("CreditNoteID", note.id);
    shown.put("CreditNoteNumber", note.number);
    shown.put("ID", note.id);
    shown.put("HasErrors", false);
    shown.put("InvoiceAddresses", List.of());
    if (!view.showsNoPayments()) {
      shown.put("CurrencyRate", note.currencyRate);
    }
    shown.put("AppliedAmount", allocation.amount());
    shown.put("DateString", XeroDates.string(allocation.date()));
    shown.put("Date", XeroDates.show(allocation.date()));
    shown.put("LineItems", List.of());
    shown.put("Total", note.total);
    return shown;
  }
}
