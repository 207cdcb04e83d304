package io.ledgerway.xero;

import java.util.Set;
import java.util.TreeSet;

/**
 * What may be called: {@code Contacts}, or the part of a record such as {@code
 * Invoices/Attachments}, which is addressed by the header {@code XeroId}.
 */
record XeroResource(String name, String part) {

  private static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "Accounts",
              "BankTransactions",
              "BankTransfers",
              "BatchPayments",
              "BrandingThemes",
              "Budgets",
              "ContactGroups",
              "Contacts",
              "CreditNotes",
              "Currencies",
              "InvoiceReminders",
              "Invoices",
              "Items",
              "Journals",
              "LinkedTransactions",
              "ManualJournals",
              "Organisation",
              "Overpayments",
              "Payments",
              "Prepayments",
              "PurchaseOrders",
              "Quotes",
              "RepeatingInvoices",
              "TaxRates",
              "TrackingCategories",
              "Users"));
  private static final Set<String> PARTS =
      new TreeSet<>(Set.of("Allocations", "Attachments", "History", "Options"));

  /**
   * @throws IllegalArgumentException naming what is known
   */
  static XeroResource of(String text) {
    String[] names = text.split("/", -1);
    if (!NAMES.contains(names[0])) {
      throw new IllegalArgumentException(
          "Unknown Xero resource '" + text + "'. Known are " + String.join(", ", NAMES));
    }
    if (names.length > 2 || (names.length == 2 && !PARTS.contains(names[1]))) {
      throw new IllegalArgumentException(
          "Unknown part in '" + text + "'. Known are " + String.join(", ", PARTS));
    }
    return new XeroResource(names[0], names.length == 2 ? names[1] : null);
  }
}
