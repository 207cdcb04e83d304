package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;

/**
 * {@code RoundingAmount}: a supplier's total may differ from its lines by up to ten cents. Honoured
 * on submitted and approved invoices when all three totals are sent and fit; else ignored without a
 * word, like every sent total (xero-api.md 4.6).
 */
final class RoundingRule {

  private static final BigDecimal MOST = new BigDecimal("0.10");

  private RoundingRule() {}

  static void apply(Document document, Input in) {
    if (in.has("LineItems") || in.has("RoundingAmount")) {
      BigDecimal sent = in.number("RoundingAmount");
      document.rounding = fits(document, in, sent) ? Money.cents(sent) : null;
    }
    if (document.rounding != null) {
      document.total = document.total.add(document.rounding);
    }
  }

  private static boolean fits(Document document, Input in, BigDecimal rounding) {
    boolean submitted = document.status.equals("SUBMITTED") || document.status.equals("AUTHORISED");
    return document.kind == DocumentKind.INVOICE
        && submitted
        && rounding != null
        && rounding.signum() != 0
        && rounding.abs().compareTo(MOST) <= 0
        && same(in.number("SubTotal"), document.subTotal)
        && same(in.number("TotalTax"), document.totalTax)
        && same(in.number("Total"), document.total.add(rounding));
  }

  private static boolean same(BigDecimal sent, BigDecimal computed) {
    return sent != null && sent.compareTo(computed) == 0;
  }
}
