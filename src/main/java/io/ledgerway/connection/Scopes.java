package io.ledgerway.connection;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a token may do (xero-api.md 1.6). */
final class Scopes {

  /** Replaced by the broad scope until Xero ends it. */
  private static final Set<String> TRANSACTIONS =
      Set.of(
          "accounting.invoices",
          "accounting.payments",
          "accounting.banktransactions",
          "accounting.manualjournals");

  private Scopes() {}

  /** The one that lets documents of that resource be written (xero-api.md 1.6). */
  static String ofWriting(String resource) {
    return switch (resource) {
      case "BankTransactions" -> "accounting.banktransactions";
      case "ManualJournals" -> "accounting.manualjournals";
      case "Payments" -> "accounting.payments";
      case "Contacts" -> "accounting.contacts";
      default -> "accounting.invoices";
    };
  }

  /** Those of the needed scopes that the granted ones do not cover; both separated by spaces. */
  static List<String> lacking(String needed, String granted) {
    Set<String> have = split(granted);
    return split(needed).stream().filter(scope -> !covered(scope, have)).toList();
  }

  private static boolean covered(String scope, Set<String> have) {
    boolean read = scope.endsWith(".read");
    String plain = read ? scope.substring(0, scope.length() - ".read".length()) : scope;
    return have.contains(scope)
        || have.contains(plain)
        || TRANSACTIONS.contains(plain)
            && (have.contains("accounting.transactions")
                || read && have.contains("accounting.transactions.read"));
  }

  private static Set<String> split(String scopes) {
    return new LinkedHashSet<>(
        Arrays.stream(scopes.split("\\s+")).filter(scope -> !scope.isEmpty()).toList());
  }
}
