package io.ledgerway.sandbox.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Made-up day rates, the same every day, so that sums can be foretold. */
final class DayRates {

  private static final Map<String, BigDecimal> PER_EURO =
      Map.of(
          "EUR", new BigDecimal("1"),
          "USD", new BigDecimal("1.10"),
          "GBP", new BigDecimal("0.85"),
          "AUD", new BigDecimal("1.65"),
          "NZD", new BigDecimal("1.80"));

  private DayRates() {}

  /** How much of the other currency one unit of the base currency is. */
  static BigDecimal between(String base, String other) {
    if (base.equals(other)) {
      return new BigDecimal("1.000000");
    }
    BigDecimal from = PER_EURO.getOrDefault(base, BigDecimal.TEN);
    return PER_EURO.getOrDefault(other, BigDecimal.TEN).divide(from, 6, RoundingMode.HALF_UP);
  }
}
