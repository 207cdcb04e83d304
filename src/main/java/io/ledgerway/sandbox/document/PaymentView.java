package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.ContactView;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.http.XeroDates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How Xero shows a payment, on its own and as a part of its document. */
final class PaymentView {

  private PaymentView() {}

  static Map<String, Object> full(Organisation books, Payment payment) {
    Map<String, Object> shown = brief(payment);
    shown.put("BankAmount", payment.bankAmount());
    shown.put("PaymentType", payment.type());
    shown.put("Status", payment.status());
    shown.put("IsReconciled", payment.reconciled());
    shown.put("UpdatedDateUTC", XeroDates.show(payment.updated()));
    shown.put("UpdatedDateUTCString", Instant.ofEpochMilli(payment.updated()).toString());
    shown.put("HasAccount", true);
    shown.put("HasValidationErrors", false);
    if (payment.batchId() != null) {
      shown.put("BatchPaymentID", payment.batchId());
    }
    Account account = books.accounts().get(payment.accountId());
    Map<String, Object> from = new LinkedHashMap<>();
    from.put("AccountID", account.id());
    DocumentView.put(from, "Code", account.code());
    from.put("Name", account.name());
    shown.put("Account", from);
    document(books, payment, shown);
    return shown;
  }

  private static void document(Organisation books, Payment payment, Map<String, Object> shown) {
    DocumentKind kind = payment.ofCreditNote() ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE;
    Document document = books.documents(kind).get(payment.documentId());
    Map<String, Object> paid = new LinkedHashMap<>();
    paid.put("Type", document.type);
    paid.put(kind.idName(), document.id);
    paid.put(kind.numberName(), document.number);
    Contact contact = books.contacts().get(document.contactId);
    paid.put("Contact", ContactView.brief(contact));
    paid.put("CurrencyCode", document.currency);
    paid.put("HasErrors", false);
    shown.put(kind.singular(), paid);
  }

  static Map<String, Object> brief(Payment payment) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("PaymentID", payment.id());
    shown.put("Date", XeroDates.show(payment.date()));
    shown.put("Amount", payment.amount());
    DocumentView.put(shown, "Reference", payment.reference());
    shown.put("CurrencyRate", payment.currencyRate());
    return shown;
  }

  static void ofDocument(Organisation books, Document document, Map<String, Object> shown) {
    List<Map<String, Object>> payments = new ArrayList<>(0);
    if (document.amountPaid.signum() != 0) {
      for (Payment payment : books.payments().all()) {
        if (payment.documentId().equals(document.id) && !payment.isDeleted()) {
          payments.add(brief(payment));
        }
      }
    }
    shown.put("Payments", payments);
  }
}
