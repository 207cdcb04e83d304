package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Checks, makes and undoes payments, xero-api.md 4.9. Callers hold the organisation's lock. */
final class PaymentRule {

  static final String TOO_MUCH = "Payment amount exceeds the amount outstanding on this document";

  /** A payment that may be made. */
  record Wanted(
      Document document,
      Account account,
      LocalDate date,
      BigDecimal amount,
      BigDecimal currencyRate,
      BigDecimal bankAmount,
      String reference,
      boolean reconciled) {}

  private final Organisation books;

  PaymentRule(Organisation books) {
    this.books = books;
  }

  /**
   * @param account already found, or null when there is none
   * @return null when there are errors
   */
  Wanted check(Input in, Account account, LocalDate date, List<String> errors) {
    long named =
        Stream.of("Invoice", "CreditNote", "Prepayment", "Overpayment").filter(in::has).count();
    if (named != 1) {
      errors.add("Exactly one of Invoice, CreditNote, Prepayment and Overpayment is needed");
      return null;
    }
    DocumentKind kind = in.has("Invoice") ? DocumentKind.INVOICE : DocumentKind.CREDIT_NOTE;
    Document document = document(kind, in.object(kind.singular()));
    if (document == null) {
      errors.add(
          "An existing %s with the specified %s could not be found"
              .formatted(kind.title(), kind.idName()));
      return null;
    }
    if (!document.status.equals("AUTHORISED")) {
      errors.add("Payments can only be made against Authorised documents");
    }
    checkAccount(account, errors);
    BigDecimal amount = in.number("Amount");
    if (amount == null || amount.signum() <= 0) {
      errors.add("Amount must be greater than zero");
    } else if (amount.compareTo(document.amountDue()) > 0) {
      errors.add(TOO_MUCH);
    }
    String locked = DateRule.locked(books, date);
    if (locked != null) {
      errors.add(locked);
    }
    return errors.isEmpty() ? wanted(in, document, account, date, Money.cents(amount)) : null;
  }

  private Wanted wanted(
      Input in, Document document, Account account, LocalDate date, BigDecimal amount) {
    BigDecimal rate = in.number("CurrencyRate");
    boolean base = document.currency.equals(books.baseCurrency());
    BigDecimal used =
        base || rate == null || rate.signum() <= 0
            ? document.currencyRate
            : rate.setScale(6, RoundingMode.HALF_UP);
    BigDecimal bank = in.number("BankAmount");
    return new Wanted(
        document,
        account,
        date,
        amount,
        used,
        bank == null ? inMoneyOf(account, document, amount, used) : Money.cents(bank),
        in.text("Reference"),
        in.bool("IsReconciled", false));
  }

  private BigDecimal inMoneyOf(
      Account account, Document document, BigDecimal amount, BigDecimal rate) {
    String there = account.currency() == null ? books.baseCurrency() : account.currency();
    if (there.equals(document.currency)) {
      return amount;
    }
    return amount
        .multiply(DayRates.between(books.baseCurrency(), there))
        .divide(rate, 2, RoundingMode.HALF_UP);
  }

  Payment make(Wanted wanted, UUID batchId) {
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

  private static void checkAccount(Account account, List<String> errors) {
    if (account == null || !account.isActive()) {
      errors.add("Account could not be found.");
    } else if (!account.isBank() && !account.takesPayments()) {
      errors.add("Account type is invalid for making payments");
    }
  }

  private Document document(DocumentKind kind, Input named) {
    if (named == null) {
      return null;
    }
    UUID id = named.uuid(kind.idName());
    return id != null
        ? books.documents(kind).get(id)
        : books.documents(kind).find(named.text(kind.numberName()));
  }
}
