package io.ledgerway.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads a number of a document as the decimal that was written there. */
final class Decimals {

  private Decimals() {}

  /**
   * @param value a number, or text that is a plain decimal such as {@code "-12.50"}; null stays
   *     null
   * @throws IllegalArgumentException for anything else
   */
  static BigDecimal of(Object value) {
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    if (value instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    if (value instanceof Number literal) {
      // A literal written in a mapping: its shortest decimal form is what the author wrote.
      return new BigDecimal(literal.toString());
    }
    if (value instanceof String text && text.length() <= 40 && text.matches("-?\\d+(\\.\\d+)?")) {
      return new BigDecimal(text);
    }
    throw new IllegalArgumentException("not a decimal number: " + shortened(value));
  }

  private static String shortened(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
