package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.TaxRate;
import java.math.BigDecimal;

/** Tax per line, rounded half up to the cent and then summed (xero-api.md 7, item 9). */
final class Taxes {

  private final Organisation books;
  private final Findings findings;

  Taxes(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  void compute(Document document) {
    BigDecimal amounts = Money.cents(BigDecimal.ZERO);
    BigDecimal tax = amounts;
    for (Line line : document.lines) {
      if (line.lineAmount != null) {
        line(document, line);
        amounts = amounts.add(line.lineAmount);
        tax = tax.add(line.taxAmount);
      }
    }
    document.totalTax = tax;
    boolean inclusive = document.lineAmountTypes.equals("Inclusive");
    document.total = inclusive ? amounts : amounts.add(tax);
    document.subTotal = inclusive ? amounts.subtract(tax) : amounts;
  }

  private void line(Document document, Line line) {
    Account account = line.accountId == null ? null : books.accounts().get(line.accountId);
    boolean taxed = !document.lineAmountTypes.equals("NoTax");
    if ("".equals(line.taxType) && taxed && !document.status.equals("DRAFT")) {
      findings.error(line, "The TaxType field is mandatory");
    }
    if (line.taxType == null || line.taxType.isEmpty()) {
      line.taxType = account == null ? null : account.taxType();
    }
    TaxRate rate = line.taxType == null ? null : books.taxRates().find(line.taxType);
    if (line.taxType != null) {
      check(line, account, rate);
    }
    BigDecimal computed = computed(document, line, rate);
    BigDecimal sent = line.taxAmount;
    line.taxAmount = computed;
    if (sent == null || sent.compareTo(computed) == 0) {
      return;
    }
    if (sent.abs().compareTo(line.lineAmount.abs()) > 0) {
      findings.error(line, "The tax amount cannot be greater than the line amount");
    } else if (document.kind.isBank()) {
      findings.error(
          line,
          "The tax amount %s does not match the expected tax amount %s"
              .formatted(sent.toPlainString(), computed.toPlainString()));
    } else {
      line.taxAmount = sent;
    }
  }

  private void check(Line line, Account account, TaxRate rate) {
    if (rate == null || !rate.isActive()) {
      findings.error(
          line,
          "The TaxType code %s does not exist or cannot be used for this type of transaction."
              .formatted(line.taxType));
    } else if (account != null && !rate.fits(account.accountClass())) {
      findings.error(
          line,
          "The TaxType code '%s' cannot be used with account code '%s'."
              .formatted(line.taxType, account.code()));
    }
  }

  private static BigDecimal computed(Document document, Line line, TaxRate rate) {
    if (rate == null || document.lineAmountTypes.equals("NoTax")) {
      return Money.cents(BigDecimal.ZERO);
    }
    BigDecimal percent = rate.effectiveRate();
    return document.lineAmountTypes.equals("Inclusive")
        ? Money.inside(line.lineAmount, percent)
        : Money.onTop(line.lineAmount, percent);
  }
}
