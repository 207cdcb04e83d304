package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.books.TaxRate.TaxComponent;
import io.ledgerway.sandbox.books.TrackingCategory.Option;
import io.ledgerway.sandbox.http.Input;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a new organisation: chart of accounts, tax rates, tracking, currencies, contacts. Ids
 * follow from the organisation's id and the record's code or name, so they are the same in every
 * run.
 */
final class StartState {

  private static final long SEEDED = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "NZD", "New Zealand Dollar",
          "AUD", "Australian Dollar",
          "GBP", "British Pound",
          "USD", "United States Dollar",
          "EUR", "Euro");
  private static final Map<String, List<String>> TRACKING =
      Map.of(
          "Region", List.of("North", "South", "East", "West", "!Overseas"),
          "Project", List.of("Internal", "Website", "Mobile App", "Migration", "!Old Project"));

  private final Organisation books;
  private long moment = SEEDED;

  StartState(Organisation books) {
    this.books = books;
  }

  void fill() {
    taxRates();
    accounts();
    tracking();
    currencies();
    SeedFile.rows("users.csv")
        .forEach(
            row ->
                books
                    .users()
                    .put(
                        new User(User.idOf(row[0]), row[0], row[1], row[2], row[3], true, next())));
    SeedFile.rows("contacts.csv").forEach(row -> contact(row[0], row[1], row[2], row[3], row[4]));
  }

  void employee(String name, String email) {
    int space = name.indexOf(' ');
    contact(
        name,
        space < 0 ? name : name.substring(0, space),
        space < 0 ? "" : name.substring(space + 1),
        email,
        "ACTIVE");
  }

  /**
   * Contacts {@code Contact 1}, {@code Contact 2}, … with {@code contact1@generated.example}, ….
   */
  void generateContacts(int count) {
    for (int i = 1; i <= count; i++) {
      contact("Contact " + i, "Contact", "" + i, "contact" + i + "@generated.example", "ACTIVE");
    }
  }

  /** Expense accounts {@code G1}, {@code G2}, …. */
  void generateAccounts(int count) {
    for (int i = 1; i <= count; i++) {
      account(new String[] {"G" + i, "Generated expense " + i, "EXPENSE", "P", "", "ACTIVE", ""});
    }
  }

  private void taxRates() {
    for (String[] row : SeedFile.rows("tax-rates.csv")) {
      if (row[0].equals(books.country().name())) {
        books
            .taxRates()
            .put(
                new TaxRate(
                    books.idOf("tax-rate", row[1]),
                    row[1],
                    row[2],
                    row[5],
                    row[4],
                    "ACTIVE",
                    !row[1].startsWith("TAX0"),
                    List.of(new TaxComponent("Tax", new BigDecimal(row[3]), false, false)),
                    next()));
      }
    }
  }

  private void accounts() {
    SeedFile.rows("chart.csv").forEach(this::account);
  }

  private void account(String[] row) {
    boolean bank = row[2].equals("BANK");
    Map<String, Object> in = new LinkedHashMap<>();
    in.put("Code", row[0].isEmpty() ? null : row[0]);
    in.put("Name", row[1]);
    in.put("Type", row[2]);
    in.put("TaxType", tax(row[3]));
    in.put("Status", row[5]);
    if (bank) {
      in.put("BankAccountNumber", "0102030" + row[0].length() + row[1].length());
      in.put("BankAccountType", row[4]);
      in.put("CurrencyCode", row[6].isEmpty() ? books.baseCurrency() : row[6]);
    }
    in.put("ShowInExpenseClaims", row[2].equals("EXPENSE"));
    String key = row[0].isEmpty() ? row[1] : row[0];
    Account account = Account.blank(books.idOf("account", key)).with(Input.of(in), next());
    books.accounts().put(bank ? account : account.marked(row[4]));
  }

  private String tax(String use) {
    return switch (use) {
      case "S" -> books.country().salesTax;
      case "P" -> books.country().purchasesTax;
      default -> books.noTax();
    };
  }

  private void tracking() {
    for (String name : List.of("Region", "Project")) {
      List<Option> options =
          TRACKING.get(name).stream()
              .map(
                  option -> {
                    boolean archived = option.startsWith("!");
                    String plain = archived ? option.substring(1) : option;
                    return new Option(
                        books.idOf("tracking-option", name + "/" + plain),
                        plain,
                        archived ? "ARCHIVED" : "ACTIVE");
                  })
              .toList();
      books
          .tracking()
          .put(
              new TrackingCategory(
                  books.idOf("tracking-category", name), name, "ACTIVE", options, next()));
    }
  }

  private void currencies() {
    currency(books.baseCurrency());
    if (!books.baseCurrency().equals("USD")) {
      currency("USD");
    }
    if (!books.baseCurrency().equals("EUR")) {
      currency("EUR");
    }
  }

  private void currency(String code) {
    books
        .currencies()
        .put(
            new Currency(
                books.idOf("currency", code), code, CURRENCIES.getOrDefault(code, code), next()));
  }

  private void contact(String name, String first, String last, String email, String status) {
    Map<String, Object> in = new LinkedHashMap<>();
    in.put("Name", name);
    in.put("FirstName", first.isEmpty() ? null : first);
    in.put("LastName", last.isEmpty() ? null : last);
    in.put("EmailAddress", email);
    in.put("ContactStatus", status);
    books.contacts().put(Contact.blank(books.idOf("contact", name)).with(Input.of(in), next()));
  }

  private long next() {
    return moment += 1000;
  }
}
