package io.ledgerway.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.reference.Account;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.Contact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Xero document as people read one, in the words of accounting. Immutable.
 *
 * @param title what it is, such as a bill
 * @param address of it in Xero; null where that is not known
 */
record XeroSheet(String title, List<Fact> facts, List<Line> lines, String address) {

  /** A field of its head. */
  record Fact(String label, String text, String note) {}

  /**
   * A line of it.
   *
   * @param tax the rate's name; null without one
   * @param code the rate's code and per cent
   */
  record Line(
      String description,
      String account,
      List<String> tracking,
      String tax,
      String code,
      BigDecimal amount) {}

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("SPEND", "Spend money"),
          Map.entry("RECEIVE", "Receive money"),
          Map.entry("SPEND-OVERPAYMENT", "Spend money, an overpayment"),
          Map.entry("RECEIVE-OVERPAYMENT", "Receive money, an overpayment"),
          Map.entry("SPEND-PREPAYMENT", "Spend money, a prepayment"),
          Map.entry("RECEIVE-PREPAYMENT", "Receive money, a prepayment"),
          Map.entry("ACCPAY", "Bill"),
          Map.entry("ACCREC", "Sales invoice"),
          Map.entry("ACCPAYCREDIT", "Credit note"),
          Map.entry("ACCRECCREDIT", "Sales credit note"));
  private static final Map<String, String> RESOURCES =
      Map.of(
          "BankTransactions", "Spend or receive money",
          "Invoices", "Bill",
          "CreditNotes", "Credit note",
          "PurchaseOrders", "Purchase order",
          "ManualJournals", "Manual journal",
          "BankTransfers", "Bank transfer",
          "Payments", "Payment",
          "Items", "Item",
          "Contacts", "Contact");
  private static final Map<String, String> AMOUNTS =
      Map.of("Inclusive", "Tax inclusive", "Exclusive", "Tax exclusive", "NoTax", "Without tax");
  private static final Map<String, String> STATUS =
      Map.of(
          "AUTHORISED", "Approved",
          "SUBMITTED", "Awaiting approval",
          "DRAFT", "Draft",
          "POSTED", "Posted",
          "DELETED", "Deleted",
          "VOIDED", "Voided");
  private static final Map<String, String> PAGES =
      Map.of(
          "BankTransactions", "/Bank/ViewTransaction.aspx?bankTransactionID=",
          "ACCPAY", "/AccountsPayable/View.aspx?InvoiceID=",
          "ACCPAYCREDIT", "/AccountsPayable/ViewCreditNote.aspx?creditNoteID=");

  /** What a document of that resource is called, where no more is known of it. */
  static String called(String resource) {
    return RESOURCES.getOrDefault(resource, "Document");
  }

  /**
   * @param id Xero's; null of what is not there yet
   */
  static XeroSheet of(String resource, JsonNode document, String id, Books books) {
    String type = text(document, "Type");
    String title =
        type == null
            ? RESOURCES.getOrDefault(resource, resource)
            : TITLES.getOrDefault(type, RESOURCES.getOrDefault(resource, resource));
    return new XeroSheet(
        title, facts(document, books), lines(document, books), address(resource, type, id, books));
  }

  /** Whether it has lines to show. */
  public boolean hasLines() {
    return !lines.isEmpty();
  }

  private static List<Fact> facts(JsonNode document, Books books) {
    List<Fact> facts = new ArrayList<>();
    account(document.path("BankAccount"), books).ifPresent(it -> add(facts, "Bank account", it));
    account(document.path("FromBankAccount"), books).ifPresent(it -> add(facts, "From", it));
    account(document.path("ToBankAccount"), books).ifPresent(it -> add(facts, "To", it));
    String contact = text(document.path("Contact"), "ContactID");
    if (contact != null) {
      Optional<Contact> known = books.contact(contact);
      facts.add(
          new Fact(
              "Contact",
              known.map(Contact::name).orElse(contact),
              known.map(Contact::email).orElse(null)));
    }
    add(facts, "Date", text(document, "Date"));
    add(facts, "Due", text(document, "DueDate"));
    add(facts, "Delivery", text(document, "DeliveryDate"));
    add(
        facts,
        "Number",
        first(document, "InvoiceNumber", "CreditNoteNumber", "PurchaseOrderNumber"));
    add(facts, "Reference", text(document, "Reference"));
    add(facts, "Narration", text(document, "Narration"));
    add(facts, "Currency", text(document, "CurrencyCode"));
    add(facts, "Amounts are", AMOUNTS.get(text(document, "LineAmountTypes")));
    add(facts, "Status", STATUS.get(text(document, "Status")));
    return facts;
  }

  private static void add(List<Fact> facts, String label, String text) {
    if (text != null) {
      facts.add(new Fact(label, text, null));
    }
  }

  private static List<Line> lines(JsonNode document, Books books) {
    List<Line> lines = new ArrayList<>();
    JsonNode all =
        document.has("LineItems") ? document.get("LineItems") : document.path("JournalLines");
    for (JsonNode line : all) {
      String type = text(line, "TaxType");
      List<String> tracking = new ArrayList<>();
      line.path("Tracking").forEach(each -> tracking.add(option(each, books)));
      lines.add(
          new Line(
              text(line, "Description"),
              account(line, books).orElse(null),
              tracking,
              type == null ? null : books.taxRate(type).map(rate -> rate.name()).orElse(type),
              type == null
                  ? null
                  : books
                      .taxRate(type)
                      .map(
                          rate ->
                              type
                                  + ", "
                                  + rate.effectiveRate().stripTrailingZeros().toPlainString()
                                  + "\u00a0%")
                      .orElse(null),
              amount(line)));
    }
    return lines;
  }

  private static BigDecimal amount(JsonNode line) {
    JsonNode amount = line.path("LineAmount");
    if (amount.isNumber()) {
      return amount.decimalValue();
    }
    JsonNode unit = line.path("UnitAmount");
    JsonNode quantity = line.path("Quantity");
    return unit.isNumber()
        ? unit.decimalValue()
            .multiply(quantity.isNumber() ? quantity.decimalValue() : BigDecimal.ONE)
            .stripTrailingZeros()
        : null;
  }

  private static String option(JsonNode element, Books books) {
    String id = text(element, "TrackingOptionID");
    return id == null
        ? first(element, "Name") + ": " + first(element, "Option")
        : books
            .trackingOption(id)
            .map(option -> option.categoryName() + ": " + option.name())
            .orElse(Objects.requireNonNullElse(text(element, "Option"), id));
  }

  private static Optional<String> account(JsonNode naming, Books books) {
    String id = text(naming, "AccountID");
    String code = first(naming, "AccountCode", "Code");
    Optional<Account> account =
        id != null
            ? books.account(id)
            : code == null ? Optional.empty() : books.accountByCode(code);
    return account
        .map(it -> it.code() == null ? it.name() : it.code() + " " + it.name())
        .or(() -> Optional.ofNullable(code == null ? id : code));
  }

  private static String address(String resource, String type, String id, Books books) {
    String page = PAGES.getOrDefault(resource, type == null ? null : PAGES.get(type));
    String shortCode = books.organisation().map(it -> it.shortCode()).orElse(null);
    return id == null || page == null || shortCode == null
        ? null
        : "https://go.xero.com/organisationlogin/default.aspx?shortcode="
            + shortCode
            + "&redirecturl="
            + page
            + id;
  }

  private static String first(JsonNode of, String... names) {
    for (String name : names) {
      if (text(of, name) != null) {
        return text(of, name);
      }
    }
    return null;
  }

  private static String text(JsonNode of, String name) {
    JsonNode value = of.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? value.asText()
        : null;
  }
}
