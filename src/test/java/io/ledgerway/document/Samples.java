package io.ledgerway.document;

import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Contact;
import io.ledgerway.reference.Organisation;
import io.ledgerway.reference.TaxRate;
import io.ledgerway.reference.TrackingOption;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Books and documents that tests start from. */
final class Samples {

  static final String MARKER = "LW-0123456789ABCDEF-07";

  private Samples() {}

  static Books.Builder books() {
    return Books.of("acme")
        .version(1)
        .organisation(
            new Organisation("org", "Acme", "NZD", "NZ", "!x", LocalDate.of(2025, 12, 31)))
        .currency("NZD")
        .currency("USD")
        .account(
            new Account("bank", "090", "Cheque", "BANK", "ASSET", null, "NZD", null, true, true))
        .account(
            new Account("usd", null, "Dollars", "BANK", "ASSET", null, "USD", null, true, true))
        .account(
            new Account(
                "meals", "420", "Meals", "EXPENSE", "EXPENSE", "INPUT2", null, null, true, true))
        .account(
            new Account(
                "old", "421", "Old", "EXPENSE", "EXPENSE", "INPUT2", null, null, false, true))
        .taxRate(
            new TaxRate(
                "INPUT2", "15% in", new BigDecimal(15), Set.of("EXPENSE", "ASSET"), true, true))
        .taxRate(
            new TaxRate(
                "OUTPUT2", "15% out", new BigDecimal(15), Set.of("REVENUE", "ASSET"), true, true))
        .taxRate(
            new TaxRate("NONE", "none", BigDecimal.ZERO, Set.of("EXPENSE", "ASSET"), true, true))
        .account(
            new Account(
                "left-out",
                "422",
                "Left out",
                "EXPENSE",
                "EXPENSE",
                "INPUT2",
                null,
                null,
                true,
                false))
        .trackingOption(new TrackingOption("gone", "Gone", "region", "Region", false, true))
        .trackingOption(new TrackingOption("left-out", "East", "region", "Region", true, false))
        .trackingOption(new TrackingOption("north", "North", "region", "Region", true, true))
        .taxRate(
            new TaxRate(
                "TAX001", "12.5% in", new BigDecimal("12.5"), Set.of("EXPENSE"), false, true))
        .contact(new Contact("eve", "Eve", "eve@acme.example", false))
        .contact(new Contact("ana", "Ana", "ana@acme.example", true));
  }

  static SourceDocument came(String currency, String total) {
    return new SourceDocument(
        DocumentResource.BankTransactions,
        "perk/card-expense",
        "expense",
        currency,
        total == null ? null : new BigDecimal(total));
  }

  /** A spend of the given lines, tax included, as a mapping makes it. */
  static Map<String, Object> spend(String... amounts) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Type", "SPEND");
    document.put("Contact", new LinkedHashMap<>(Map.of("ContactID", "ana")));
    document.put("BankAccount", new LinkedHashMap<>(Map.of("AccountID", "bank")));
    document.put("Date", "2026-03-01");
    document.put("Reference", "Café · " + MARKER);
    document.put("Url", "http://localhost:8080/postings/1");
    document.put("LineAmountTypes", "Inclusive");
    document.put("Status", "AUTHORISED");
    List<Object> lines = new ArrayList<>();
    for (String amount : amounts) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("Description", "Lunch");
      line.put("Quantity", BigDecimal.ONE);
      line.put("UnitAmount", new BigDecimal(amount));
      line.put("LineAmount", new BigDecimal(amount));
      line.put("AccountID", "meals");
      line.put("TaxType", "INPUT2");
      line.put(
          "Tracking",
          new ArrayList<>(
              List.of(
                  new LinkedHashMap<>(
                      Map.of("TrackingCategoryID", "region", "TrackingOptionID", "north")))));
      lines.add(line);
    }
    document.put("LineItems", lines);
    return document;
  }

  /** The same document as Xero answers it. */
  static Map<String, Object> held(Map<String, Object> meant, String total, String tax) {
    Map<String, Object> held = DocumentJson.read(DocumentJson.write(meant));
    held.put("BankTransactionID", "7311b70a-e270-46e9-a182-84031e99b222");
    held.put("Date", "/Date(1772323200000+0000)/");
    held.put("Total", new BigDecimal(total));
    held.put("TotalTax", new BigDecimal(tax));
    held.put("StatusAttributeString", "OK");
    return held;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> line(Map<String, Object> document, int index) {
    return (Map<String, Object>) ((List<?>) document.get("LineItems")).get(index);
  }
}
