package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Makes and undoes payments, xero-api.md 4.9. Callers hold the organisation's lock. */
final class PaymentRule {

  private final Organisation books;

  PaymentRule(Organisation books) {
    this.books = books;
  }

  /**
   * @param account already found, or null to look for it in the input
   * @return null when there are errors
   */
  Payment create(Input in, Account account, LocalDate date, UUID batchId, List<String> errors) {
    boolean note = in.has("CreditNote");
    if (in.has("Invoice") == note) {
      errors.add("Exactly one of Invoice and CreditNote must be specified");
      return null;
    }
    DocumentKind kind = note ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE;
    Document document = document(kind, in.object(kind.singular()));
    BigDecimal amount = in.number("Amount");
    if (document == null) {
      errors.add(
          "An existing %s with the specified %s could not be found"
              .formatted(note ? "Credit Note" : "Invoice", kind.idName()));
      return null;
    }
    if (!document.status.equals("AUTHORISED")) {
      errors.add("Payments can only be made against Authorised documents");
    }
    checkAccount(account, errors);
    if (amount == null || amount.signum() <= 0) {
      errors.add("Amount must be greater than zero");
    } else if (amount.compareTo(document.amountDue()) > 0) {
      errors.add("Payment amount exceeds the amount outstanding on this document");
    }
    String locked = DateRule.locked(books, date);
    if (locked != null) {
      errors.add(locked);
    }
    if (!errors.isEmpty()) {
      return null;
    }
    BigDecimal cents = Money.cents(amount);
    books.documents(kind).put(Settlement.paid(books, document, cents, date));
    Payment payment =
        new Payment(
            UUID.randomUUID(),
            document.id,
            note,
            document.type,
            account.id(),
            date,
            cents,
            document.currencyRate,
            in.text("Reference"),
            in.bool("IsReconciled", false),
            "AUTHORISED",
            batchId,
            books.change());
    books.payments().put(payment);
    return payment;
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

  private static void checkAccount(Account account, List<String> errors) {
    if (account == null || !account.isActive()) {
      errors.add("Account could not be found.");
    } else if (!account.isBank() && !account.takesPayments()) {
      errors.add("Account type is invalid for making payments");
    }
  }

  private Document document(DocumentKind kind, Input named) {
    UUID id = named.uuid(kind.idName());
    return id != null
        ? books.documents(kind).get(id)
        : books.documents(kind).find(named.text(kind.numberName()));
  }
}
