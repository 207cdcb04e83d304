package io.ledgerway.sandbox.oauth;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Granular scopes and the broad ones they replace, xero-api.md 1.6. */
public final class Scopes {

  private static final List<String> WRITABLE =
      List.of(
          "accounting.invoices",
          "accounting.payments",
          "accounting.banktransactions",
          "accounting.manualjournals",
          "accounting.settings",
          "accounting.contacts",
          "accounting.attachments",
          "accounting.transactions");
  private static final List<String> REPORTS =
      List.of(
          "aged",
          "balancesheet",
          "banksummary",
          "budgetsummary",
          "executivesummary",
          "profitandloss",
          "trialbalance",
          "taxreports");

  /** The broad scopes stop working on this day. */
  private static final Instant BROAD_END = Instant.parse("2027-09-13T00:00:00Z");

  private static final Set<String> OLD_TRANSACTIONS =
      Set.of(
          "accounting.invoices",
          "accounting.payments",
          "accounting.banktransactions",
          "accounting.manualjournals");

  /** Every scope that the sandbox knows. */
  public static final Set<String> ALL = all();

  private Scopes() {}

  private static Set<String> all() {
    Set<String> all = new TreeSet<>();
    for (String scope : WRITABLE) {
      all.add(scope);
      all.add(scope + ".read");
    }
    all.addAll(
        List.of(
            "openid",
            "profile",
            "email",
            "offline_access",
            "app.connections",
            "accounting.reports.read",
            "accounting.budgets.read",
            "accounting.journals.read"));
    for (String report : REPORTS) {
      all.add("accounting.reports." + report + ".read");
    }
    return Set.copyOf(all);
  }

  static Set<String> parse(String text) {
    Set<String> scopes = new LinkedHashSet<>();
    for (String scope : text.trim().split("\\s+")) {
      if (!scope.isEmpty()) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  /**
   * @param needed scopes without {@code .read}, separated by a space, of which one is enough
   */
  static boolean allow(Set<String> granted, String needed, boolean read, Instant now) {
    boolean broad = now.isBefore(BROAD_END) && has(granted, "accounting.transactions", read);
    for (String scope : needed.split(" ")) {
      if (has(granted, scope, read) || (broad && OLD_TRANSACTIONS.contains(scope))) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Set<String> granted, String scope, boolean read) {
    return granted.contains(scope) || (read && granted.contains(scope + ".read"));
  }
}
