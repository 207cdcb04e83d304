package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A document's currency and rate, xero-api.md 4.5, 4.6 and 7 (item 17). */
final class CurrencyRule {

  /** Never saved silently in another currency (xero-api.md 7.2, 1). */
  private static final String OTHER =
      "The currency of the bank transaction must be the base currency of the organisation or the"
          + " currency of the bank account.";

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Organisation books;
  private final Findings findings;

  CurrencyRule(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  void read(Document document, Input in, Document before) {
    String sent = in.text("CurrencyCode");
    boolean named = sent != null && !sent.isEmpty();
    boolean free = !document.kind.isBank() || document.type.endsWith("OVERPAYMENT");
    if (named && free && !books.hasCurrency(sent)) {
      findings.error("Organisation is not subscribed to currency " + sent);
    }
    if (document.kind.isBank()) {
      new BankAccountRule(books, findings).read(document, in);
    }
    if (named && free) {
      document.currency = sent;
    } else if (named && !sent.equals(bankCurrency(document))) {
      findings.error(OTHER);
      document.currency = sent;
    }
    if (document.currency == null) {
      document.currency = books.baseCurrency();
    }
    rate(document, in.number("CurrencyRate"), before);
  }

  /** The base currency as long as the account is not known. */
  private String bankCurrency(Document document) {
    return document.bankAccountId == null ? books.baseCurrency() : document.currency;
  }

  private void rate(Document document, BigDecimal sent, Document before) {
    BigDecimal usual = DayRates.between(books.baseCurrency(), document.currency);
    boolean same = before != null && before.currency.equals(document.currency);
    if (document.currency.equals(books.baseCurrency())) {
      document.currencyRate = usual;
    } else if (sent == null) {
      document.currencyRate = same ? before.currencyRate : usual;
    } else {
      document.currencyRate = sent.signum() > 0 ? sent.setScale(6, RoundingMode.HALF_UP) : usual;
      boolean invoice = !document.kind.isBank() && document.kind != DocumentKind.PURCHASE_ORDER;
      if (invoice && sent.subtract(usual).abs().compareTo(usual.multiply(HALF)) > 0) {
        findings.warning(
            "The currency rate %s differs much from the day's rate of %s."
                .formatted(sent.toPlainString(), usual.toPlainString()));
      }
    }
  }
}
