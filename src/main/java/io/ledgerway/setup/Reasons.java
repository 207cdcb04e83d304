package io.ledgerway.setup;

import java.util.Map;

/** Why records are left out, in words. */
final class Reasons {

  private static final Map<String, String> WORDS =
      Map.of(
          "BANK_ACCOUNT", "it is a bank account.",
          "SYSTEM_ACCOUNT", "Xero keeps this account itself.",
          "NO_CODE", "it has no code.",
          "FOR_SALES", "it is for sales; an expense that uses it would be refused.");

  private Reasons() {}

  /**
   * @return null for none
   */
  static String inWords(String reason) {
    return reason == null ? null : WORDS.get(reason);
  }
}
