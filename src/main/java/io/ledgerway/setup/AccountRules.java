package io.ledgerway.setup;

import io.ledgerway.setup.ImportSettings.Accounts;
import java.util.Set;

/** At least one account is imported, and each that is named can be a category. */
final class AccountRules {

  /** Account types of Xero's (xero-api.md 4.1) without BANK; an organisation may have others. */
  private static final Set<String> TYPES =
      Set.of(
          "CURRENT",
          "CURRLIAB",
          "DEPRECIATN",
          "DIRECTCOSTS",
          "EQUITY",
          "EXPENSE",
          "FIXED",
          "INVENTORY",
          "LIABILITY",
          "NONCURRENT",
          "OTHERINCOME",
          "OVERHEADS",
          "PREPAYMENT",
          "REVENUE",
          "SALES",
          "TERMLIAB",
          "PAYG");

  private AccountRules() {}

  static void check(Accounts chosen, Choosables records, Findings findings) {
    chosen.accounts().forEach(id -> checkAccount(id, records, findings));
    for (String type : chosen.types()) {
      if (!TYPES.contains(type)
          && records.active("account").noneMatch(account -> type.equals(account.type()))) {
        findings.add(
            "ACCOUNT_TYPE_UNKNOWN",
            "There is no account type " + type + " whose accounts could be categories.",
            "Take the type out of the selection.",
            "account-type:" + type,
            "accounts.types");
      }
    }
    if (records.active("account").noneMatch(Choosable::chosen)) {
      findings.add(
          "NO_ACCOUNT",
          "No account is selected.",
          "Select at least one account or type.",
          null,
          "accounts");
    }
  }

  private static void checkAccount(String id, Choosables records, Findings findings) {
    Choosable account = records.find("account", id).orElse(null);
    if (account == null) {
      findings.add(
          "ACCOUNT_UNKNOWN",
          "There is no account " + id + ".",
          "Take it out of the selection, or choose another.",
          "account:" + id,
          "accounts.accounts");
    } else if (account.reason() != null) {
      findings.add(
          "ACCOUNT_NOT_SELECTABLE",
          account.name() + " cannot be a category: " + Reasons.inWords(account.reason()),
          "Take it out of the selection.",
          "account:" + id,
          "accounts.accounts");
    }
  }
}
