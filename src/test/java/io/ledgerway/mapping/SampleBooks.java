package io.ledgerway.mapping;

import io.ledgerway.mapping.PostedDocuments.PostedDocument;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.Organisation;
import io.ledgerway.reference.Settings;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import io.ledgerway.source.Sources;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The books that golden cases are judged by: one record of each kind that matters. */
final class SampleBooks {

  static final Set<String> PURCHASE = Set.of("ASSET", "EQUITY", "EXPENSE", "LIABILITY");
  static final Set<String> SALE = Set.of("ASSET", "EQUITY", "LIABILITY", "REVENUE");

  private SampleBooks() {}

  /** Those of this repository. */
  static Sources sources() {
    return new Sources(Path.of("routes"), Path.of("mappings"));
  }

  /** One report stands in Xero already. */
  static PostedDocuments posted() {
    return (company, source, id) ->
        source.equals("expensify") && id.equals("posted")
            ? Optional.of(
                new PostedDocument("expense-report", "ManualJournals", "xero-of-" + company, 2))
            : Optional.empty();
  }

  static Evaluation.Surroundings surroundings() {
    return new Evaluation.Surroundings(sources(), posted());
  }

  static Books acme() {
    return choosing().build();
  }

  static Books.Builder choosing() {
    return holding()
        .choice("perk", "mixedSigns", "", "NET")
        .choice("perk", "transferAccount", "", "acc-transfer")
        .choice("expensify", "clearingAccount", "", "acc-clearing")
        .choice("expensify", "tagLevel1Category", "", "cat-region")
        .choice("expensify", "tagLevel2Category", "", "cat-project")
        .choice("expensify", "categories", "Travel: Rail", "acc-travel")
        .choice("expensify", "categories", "Office", "acc-office")
        .choice("expensify", "categories", "Old", "acc-old")
        .choice("expensify", "taxRates", "GST", "INPUT2");
  }

  /** Without a transfer account, and with mixed signs held. */
  static Books strict() {
    return holding().build();
  }

  private static Books.Builder holding() {
    return Books.of("acme")
        .version(7)
        .organisation(
            new Organisation("org", "Acme Ltd", "NZD", "NZ", "!acme", LocalDate.of(2025, 3, 31)))
        .settings(new Settings(true, Settings.Access.OPEN, Set.of()))
        .account(bank("acc-card", "090", "Company card", "NZD", true))
        .account(bank("acc-card-usd", null, "Dollar card", "USD", true))
        .account(bank("acc-card-old", "092", "Old card", "NZD", false))
        .account(bank("acc-transfer", "091", "Travel clearing", null, true))
        .account(expense("acc-travel", "493", "Travel", true))
        .account(expense("acc-office", "453", "Office expenses", true))
        .account(
            new Account(
                "acc-clearing",
                "850",
                "Expense clearing",
                "CURRLIAB",
                "LIABILITY",
                "NONE",
                null,
                null,
                true,
                false))
        .account(expense("acc-old", "499", "Old expenses", false))
        .taxRate(rate("INPUT2", "15% GST on Expenses", "15", PURCHASE, true))
        .taxRate(rate("OUTPUT2", "15% GST on Income", "15", SALE, true))
        .taxRate(rate("TAX001", "12.5% GST", "12.5", PURCHASE, false))
        .taxRate(
            rate(
                "NONE",
                "No GST",
                "0",
                Set.of("ASSET", "EQUITY", "EXPENSE", "LIABILITY", "REVENUE"),
                true))
        .trackingOption(
            new TrackingOption("opt-north", "North", "cat-region", "Region", true, true))
        .trackingOption(
            new TrackingOption("opt-south", "South", "cat-region", "Region", true, true))
        .trackingOption(new TrackingOption("opt-gone", "Gone", "cat-region", "Region", false, true))
        .trackingOption(
            new TrackingOption("opt-alpha", "Alpha", "cat-project", "Project", true, true))
        .contact(new Contact("con-ada", "Ada Lovelace", "ada@acme.example", true))
        .contact(new Contact("con-ada-old", "Ada (old)", "ada@acme.example", false))
        .contact(new Contact("con-twin-1", "Twin one", "twin@acme.example", true))
        .contact(new Contact("con-twin-2", "Twin two", "twin@acme.example", true))
        .contact(new Contact("con-left", "Left the house", "left@acme.example", false))
        .currency("NZD")
        .currency("USD")
        .choice("perk", "cards", "card-1", "acc-card")
        .choice("perk", "cards", "card-usd", "acc-card-usd")
        .choice("perk", "cards", "card-old", "acc-card-old")
        .choice("perk", "cards", "card-lost", "acc-nowhere");
  }

  private static Account bank(String id, String code, String name, String currency, boolean on) {
    return new Account(id, code, name, "BANK", "ASSET", "NONE", currency, null, on, true);
  }

  private static Account expense(String id, String code, String name, boolean on) {
    return new Account(id, code, name, "EXPENSE", "EXPENSE", "INPUT2", null, null, on, true);
  }

  private static TaxRate rate(
      String type, String name, String percent, Set<String> classes, boolean on) {
    return new TaxRate(type, name, new BigDecimal(percent), classes, on, true);
  }
}
