package io.ledgerway.reference;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One tax rate. Immutable.
 *
 * @param taxType Xero's key of the rate: names may be edited, this may not (xero-api.md 4.3)
 * @param effectiveRate per cent, e.g. 15 for 15 %
 * @param accountClasses the account classes that the rate may be used with (ASSET, EQUITY, EXPENSE,
 *     LIABILITY, REVENUE)
 * @param imported whether the company imports it for its expenses
 */
public record TaxRate(
    String taxType,
    String name,
    BigDecimal effectiveRate,
    Set<String> accountClasses,
    boolean active,
    boolean imported) {

  public TaxRate {
    accountClasses = Set.copyOf(accountClasses);
  }

  /** Whether it belongs on sales invoices, even where Xero would let a purchase have it. */
  public boolean isForSales() {
    return taxType.contains("OUTPUT");
  }

  /** Whether Xero accepts this rate on a line of that account. */
  public boolean appliesTo(Account account) {
    return account.accountClass() == null || accountClasses.contains(account.accountClass());
  }
}
