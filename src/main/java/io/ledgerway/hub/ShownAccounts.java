package io.ledgerway.hub;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Xero's types of accounts as people know them. Thread-safe. */
@Component
class ShownAccounts {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("CURRLIAB", "Current liability"),
          Map.entry("DEPRECIATN", "Depreciation"),
          Map.entry("DIRECTCOSTS", "Direct costs"),
          Map.entry("FIXED", "Fixed asset"),
          Map.entry("LIABILITY", "Liability"),
          Map.entry("NONCURRENT", "Non-current asset"),
          Map.entry("OTHERINCOME", "Other income"),
          Map.entry("OVERHEADS", "Overhead"),
          Map.entry("PAYG", "PAYG"),
          Map.entry("PAYGLIABILITY", "PAYG liability"),
          Map.entry("PREPAYMENT", "Prepayment"),
          Map.entry("SUPERANNUATIONEXPENSE", "Superannuation expense"),
          Map.entry("SUPERANNUATIONLIABILITY", "Superannuation liability"),
          Map.entry("TERMLIAB", "Non-current liability"),
          Map.entry("WAGESEXPENSE", "Wages expense"),
          Map.entry("WAGESPAYABLELIABILITY", "Wages payable"));

  public String type(String type) {
    String known = TYPES.get(type);
    return known != null
        ? known
        : type.isEmpty() ? "Other" : type.charAt(0) + type.substring(1).toLowerCase(Locale.ROOT);
  }
}
