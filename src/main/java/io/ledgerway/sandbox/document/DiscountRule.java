package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Discounts of lines: on sales invoices a rate or an amount, on purchase orders a rate, elsewhere
 * none (xero-api.md 4.6, 4.7). Of both the rate counts.
 */
final class DiscountRule {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private DiscountRule() {}

  static void read(Document document, Line line, Input in, Findings findings) {
    BigDecimal rate = orNull(in.number("DiscountRate"));
    BigDecimal amount = orNull(in.number("DiscountAmount"));
    if (in.has("DiscountRate") || in.has("DiscountAmount")) {
      line.discountRate = rate;
      line.discountAmount = rate == null && amount != null ? Money.cents(amount) : null;
    }
    boolean sale = document.kind == DocumentKind.INVOICE && document.isSale();
    boolean order = document.kind == DocumentKind.PURCHASE_ORDER;
    if ((rate != null && !sale && !order) || (amount != null && !sale)) {
      findings.error(line, "Discounts are not supported on this type of document.");
      line.discountRate = null;
      line.discountAmount = null;
    }
  }

  /** What is left of the line's gross amount. */
  static BigDecimal net(Line line, Findings findings) {
    BigDecimal gross = line.gross();
    BigDecimal discount =
        line.discountRate != null
            ? gross.multiply(line.discountRate).divide(HUNDRED)
            : line.discountAmount;
    if (discount == null) {
      return Money.cents(gross);
    }
    boolean tooMuch =
        line.discountRate != null
            ? line.discountRate.signum() < 0 || line.discountRate.compareTo(HUNDRED) > 0
            : discount.signum() < 0 || discount.compareTo(Money.cents(gross)) > 0;
    if (tooMuch) {
      BigDecimal sent = line.discountRate != null ? line.discountRate : line.discountAmount;
      findings.error(
          line,
          "The discount rate '%s' is invalid. Discount must not be greater than the line total."
              .formatted(sent.setScale(2, RoundingMode.HALF_UP).toPlainString()));
    }
    return Money.cents(gross.subtract(discount));
  }

  /** The gross amount of a line of which only what is left after the discount was given. */
  static BigDecimal before(Line line, BigDecimal left) {
    if (line.discountAmount != null) {
      return left.add(line.discountAmount);
    }
    if (line.discountRate == null || line.discountRate.compareTo(HUNDRED) >= 0) {
      return left;
    }
    return left.multiply(HUNDRED)
        .divide(HUNDRED.subtract(line.discountRate), 10, RoundingMode.HALF_UP);
  }

  /** The sum of what discounts took off, or null when no line has one. */
  static BigDecimal total(Document document) {
    BigDecimal total = null;
    for (Line line : document.lines) {
      if (line.isDiscounted() && line.lineAmount != null) {
        BigDecimal taken = Money.cents(line.gross()).subtract(line.lineAmount);
        total = total == null ? taken : total.add(taken);
      }
    }
    return total;
  }

  private static BigDecimal orNull(BigDecimal number) {
    return number == null || number.signum() == 0 ? null : number;
  }
}
