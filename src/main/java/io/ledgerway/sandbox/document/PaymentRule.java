package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.http.Input;
import java.util.UUID;

/** Makes and undoes payments, xero-api.md 4.9. Callers hold the organisation's lock. */
final class PaymentRule {

  private final Organisation books;

  PaymentRule(Organisation books) {
    this.books = books;
  }

  Payment make(WantedPayment wanted, UUID batchId) {
    UUID documentId = wanted.document().id;
    DocumentKind kind = wanted.document().kind;
    Document document = books.documents(kind).get(documentId);
    books.documents(kind).put(Settlement.paid(books, document, wanted.amount(), wanted.date()));
    Payment payment =
        new Payment(
            UUID.randomUUID(),
            documentId,
            kind == DocumentKind.CREDIT_NOTE,
            document.type,
            wanted.account().id(),
            wanted.date(),
            wanted.amount(),
            wanted.bankAmount(),
            wanted.currencyRate(),
            wanted.reference(),
            wanted.reconciled(),
            "AUTHORISED",
            batchId,
            books.change());
    books.payments().put(payment);
    return payment;
  }

  /** Why a payment may not be deleted; null when it may. */
  String lasting(Payment payment) {
    if (payment.reconciled()) {
      return "This payment cannot be deleted as it has been reconciled.";
    }
    return DateRule.locked(books, payment.date());
  }

  Payment delete(Payment payment) {
    DocumentKind kind = payment.ofCreditNote() ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE;
    Document document = books.documents(kind).get(payment.documentId());
    books
        .documents(kind)
        .put(Settlement.paid(books, document, payment.amount().negate(), payment.date()));
    Payment deleted = payment.deleted(books.change());
    books.payments().put(deleted);
    return deleted;
  }

  Account account(Input in) {
    Input named = in.object("Account");
    if (named == null) {
      return null;
    }
    UUID id = named.uuid("AccountID");
    return id != null ? books.accounts().get(id) : books.accounts().find(named.text("Code"));
  }
}
