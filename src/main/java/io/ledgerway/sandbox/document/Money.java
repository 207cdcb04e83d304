package io.ledgerway.sandbox.document;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts with two decimals, half up. */
final class Money {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Money() {}

  static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** Tax on top of an amount. */
  static BigDecimal onTop(BigDecimal amount, BigDecimal percent) {
    return cents(amount.multiply(percent).movePointLeft(2));
  }

  /** Tax inside an amount. */
  static BigDecimal inside(BigDecimal amount, BigDecimal percent) {
    return amount.multiply(percent).divide(HUNDRED.add(percent), 2, RoundingMode.HALF_UP);
  }
}
