package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Whether a payment may be made, xero-api.md 4.9. */
final class PaymentCheck {

  static final String TOO_MUCH = "Payment amount exceeds the amount outstanding on this document";

  private final Organisation books;

  PaymentCheck(Organisation books) {
    this.books = books;
  }

  /**
   * @param account already found, or null when there is none
   * @return null when there are errors
   */
  WantedPayment check(Input in, Account account, LocalDate date, List<String> errors) {
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

  private WantedPayment wanted(
      Input in, Document document, Account account, LocalDate date, BigDecimal amount) {
    BigDecimal rate = in.number("CurrencyRate");
    boolean base = document.currency.equals(books.baseCurrency());
    BigDecimal used =
        base || rate == null || rate.signum() <= 0
            ? document.currencyRate
            : rate.setScale(6, RoundingMode.HALF_UP);
    BigDecimal bank = in.number("BankAmount");
    return new WantedPayment(
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
