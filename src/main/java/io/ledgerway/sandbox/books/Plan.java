package io.ledgerway.sandbox.books;

/** An organisation's own subscription, xero-api.md 4.6: what it may approve in a month. */
public enum Plan {
  STARTER(5, 20, false),
  STANDARD(Integer.MAX_VALUE, Integer.MAX_VALUE, false),
  PREMIUM(Integer.MAX_VALUE, Integer.MAX_VALUE, true);

  private final int bills;
  private final int sales;
  private final boolean multicurrency;

  Plan(int bills, int sales, boolean multicurrency) {
    this.bills = bills;
    this.sales = sales;
    this.multicurrency = multicurrency;
  }

  /** How many bills, or sales invoices, may be approved in a calendar month. */
  public int approvals(boolean sale) {
    return sale ? sales : bills;
  }

  boolean multicurrency() {
    return multicurrency;
  }
}
