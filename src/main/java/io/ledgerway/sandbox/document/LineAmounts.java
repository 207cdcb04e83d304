package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Quantity, unit amount and line amount: of the last two one may be left out; when neither is, they
 * must fit (xero-api.md 4.5, 4.6).
 */
final class LineAmounts {

  private static final int MOST_DIGITS = 13;

  private final Findings findings;
  private final int unitDecimals;

  LineAmounts(Findings findings, int unitDecimals) {
    this.findings = findings;
    this.unitDecimals = unitDecimals;
  }

  /**
   * @param itemPrice the price of the line's item, or null
   */
  void read(Document document, Line line, Input in, BigDecimal itemPrice) {
    BigDecimal quantity = in.number("Quantity");
    BigDecimal sent = in.number("LineAmount");
    BigDecimal unit = in.has("UnitAmount") || sent != null ? in.number("UnitAmount") : itemPrice;
    boolean given = quantity != null || unit != null || sent != null;
    boolean discount = in.has("DiscountRate") || in.has("DiscountAmount");
    if (!given && (!discount || line.unitAmount == null)) {
      return;
    }
    if (quantity != null && quantity.stripTrailingZeros().precision() > MOST_DIGITS) {
      findings.error(line, "Quantity is too large. Maximum of 13 digits allowed");
    }
    boolean order = document.kind == DocumentKind.PURCHASE_ORDER;
    if (order && quantity != null && unit == null && line.unitAmount == null) {
      findings.error(line, "UnitAmount must be specified when there is a Quantity.");
    }
    line.quantity =
        quantity != null
            ? quantity
            : line.quantity == null ? BigDecimal.ONE.setScale(4) : line.quantity;
    if (unit != null) {
      line.unitAmount = unit.setScale(unitDecimals, RoundingMode.HALF_UP);
    } else if (sent != null && line.quantity.signum() != 0) {
      line.unitAmount =
          DiscountRule.before(line, sent).divide(line.quantity, unitDecimals, RoundingMode.HALF_UP);
    }
    if (line.unitAmount == null) {
      line.unitAmount = BigDecimal.ZERO.setScale(2);
    }
    BigDecimal computed = DiscountRule.net(line, findings);
    if (sent == null) {
      line.lineAmount = computed;
    } else {
      line.lineAmount = Money.cents(sent);
      if (unit != null && line.lineAmount.compareTo(computed) != 0) {
        findings.error(
            line,
            "The line total %s does not match the expected line total %s"
                .formatted(line.lineAmount.toPlainString(), computed.toPlainString()));
      }
    }
  }
}
