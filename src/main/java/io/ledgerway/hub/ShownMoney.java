package io.ledgerway.hub;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Numbers as people read them: with thousands, a real minus sign, and a currency's decimals. */
@Component
class ShownMoney {

  private static final int DECIMALS = 2;
  private static final char MINUS = '\u2212';

  /**
   * Without the currency, which stands before it.
   *
   * @param currency null and unknown ones have two decimals
   */
  public String amount(BigDecimal value, String currency) {
    int scale = Math.max(decimals(currency), value.stripTrailingZeros().scale());
    DecimalFormat format = format(scale);
    return format.format(value);
  }

  public String count(long number) {
    return format(0).format(number);
  }

  /** With its noun, whose plural takes an s. */
  public String count(long number, String noun) {
    return count(number) + " " + (number == 1 ? noun : noun + "s");
  }

  private static int decimals(String currency) {
    try {
      return currency == null
          ? DECIMALS
          : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return DECIMALS;
    }
  }

  private static DecimalFormat format(int scale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign(MINUS);
    DecimalFormat format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(scale);
    format.setMaximumFractionDigits(scale);
    return format;
  }
}
