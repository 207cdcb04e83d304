package io.ledgerway.sandbox.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A tax rate, xero-api.md 4.3.
 *
 * @param classes the account classes it may be used with, a letter each: A(ssets) Q (equity)
 *     E(xpenses) L(iabilities) R(evenue)
 * @param components name, rate in percent, and whether compound
 */
public record TaxRate(
    UUID id,
    String taxType,
    String name,
    String reportTaxType,
    String classes,
    String status,
    boolean system,
    List<TaxComponent> components,
    long updated)
    implements Kept {

  /**
   * @param rate percent
   */
  public record TaxComponent(
      String name, BigDecimal rate, boolean compound, boolean nonRecoverable) {}

  /** In percent, with compound components on top of the others. */
  public BigDecimal effectiveRate() {
    BigDecimal plain = BigDecimal.ZERO;
    for (TaxComponent component : components) {
      plain = component.compound() ? plain : plain.add(component.rate());
    }
    BigDecimal all = plain;
    for (TaxComponent component : components) {
      if (component.compound()) {
        BigDecimal onTop = plain.movePointLeft(2).add(BigDecimal.ONE).multiply(component.rate());
        all = all.add(onTop);
      }
    }
    return all;
  }

  private BigDecimal displayRate() {
    return components.stream().map(TaxComponent::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public boolean isActive() {
    return "ACTIVE".equals(status);
  }

  /** Whether it may be used with an account of this class. */
  public boolean fits(String accountClass) {
    char letter = accountClass.equals("EQUITY") ? 'Q' : accountClass.charAt(0);
    return classes.indexOf(letter) >= 0;
  }

  Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Name", name);
    shown.put("TaxType", taxType);
    shown.put("ReportTaxType", reportTaxType);
    shown.put("CanApplyToAssets", fits("ASSET"));
    shown.put("CanApplyToEquity", fits("EQUITY"));
    shown.put("CanApplyToExpenses", fits("EXPENSE"));
    shown.put("CanApplyToLiabilities", fits("LIABILITY"));
    shown.put("CanApplyToRevenue", fits("REVENUE"));
    shown.put("DisplayTaxRate", displayRate().setScale(4));
    shown.put("EffectiveRate", effectiveRate().setScale(4, java.math.RoundingMode.HALF_UP));
    shown.put("Status", status);
    List<Map<String, Object>> parts = new ArrayList<>();
    for (TaxComponent component : components) {
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("Name", component.name());
      part.put("Rate", component.rate().setScale(4));
      part.put("IsCompound", component.compound());
      part.put("IsNonRecoverable", component.nonRecoverable());
      parts.add(part);
    }
    shown.put("TaxComponents", parts);
    return shown;
  }
}
