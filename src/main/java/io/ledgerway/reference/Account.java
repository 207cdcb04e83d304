package io.ledgerway.reference;

/**
 * One account of a company's chart of accounts. Immutable.
 *
 * @param id Xero's AccountID
 * @param code at most 10 characters; null for a bank account that has none (xero-api.md 4.1)
 * @param type Xero's account type, e.g. {@code BANK}, {@code EXPENSE}
 * @param accountClass ASSET, EQUITY, EXPENSE, LIABILITY or REVENUE
 * @param currency ISO 4217, bank accounts only; otherwise null
 * @param systemAccount what Xero itself uses it for, e.g. {@code DEBTORS}; else null
 * @param imported whether the company imports it as a category of expenses
 */
public record Account(
    String id,
    String code,
    String name,
    String type,
    String accountClass,
    String taxType,
    String currency,
    String systemAccount,
    boolean active,
    boolean imported) {

  public boolean isBank() {
    return "BANK".equals(type);
  }
}
