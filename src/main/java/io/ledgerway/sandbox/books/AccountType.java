package io.ledgerway.sandbox.books;

/** Account types and the class each belongs to, xero-api.md 4.1. */
enum AccountType {
  BANK("ASSET"),
  CURRENT("ASSET"),
  CURRLIAB("LIABILITY"),
  DEPRECIATN("EXPENSE"),
  DIRECTCOSTS("EXPENSE"),
  EQUITY("EQUITY"),
  EXPENSE("EXPENSE"),
  FIXED("ASSET"),
  INVENTORY("ASSET"),
  LIABILITY("LIABILITY"),
  NONCURRENT("ASSET"),
  OTHERINCOME("REVENUE"),
  OVERHEADS("EXPENSE"),
  PREPAYMENT("ASSET"),
  REVENUE("REVENUE"),
  SALES("REVENUE"),
  TERMLIAB("LIABILITY"),
  PAYG("LIABILITY");

  final String accountClass;

  AccountType(String accountClass) {
    this.accountClass = accountClass;
  }
}
