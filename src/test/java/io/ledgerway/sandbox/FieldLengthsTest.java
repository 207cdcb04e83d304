package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ledgerway.sandbox.XeroCalls.Reply;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest texts: xero-api.md 7 (item 26) and the tables of section 4. One more is refused. */
@ExtendWith(SandboxExtension.class)
class FieldLengthsTest {

  @ParameterizedTest(name = "{0}: at most {1} __{2}")
  @MethodSource("rows")
  void longest(
      String field,
      int longest,
      String tag,
      BiFunction<Clerk, String, String> write,
      XeroCalls calls) {
    Clerk clerk = Clerk.of(calls);
    assertThat(write.apply(clerk, "x".repeat(longest + 1))).as("one more").isNotEmpty();
    assertThat(write.apply(clerk, "x".repeat(longest))).as("the longest").isEmpty();
  }

  @ParameterizedTest(name = "{0}: at most {1} __spec")
  @MethodSource("britishRows")
  void longest_in_the_united_kingdom(String field, int longest, XeroCalls calls) {
    Clerk clerk = Clerk.in("UK", calls);
    assertThat(batchPayment(clerk, field, "x".repeat(longest + 1))).isNotEmpty();
    assertThat(batchPayment(clerk, field, "x".repeat(longest))).isEmpty();
  }

  static Stream<Arguments> britishRows() {
    return Stream.of(arguments("Details", 18), arguments("Narrative", 18));
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        row("Account.Code", 10, "exact", (c, x) -> c.error("Accounts", account(x, "New"))),
        row("Account.Name", 150, "doc", (c, x) -> c.error("Accounts", account("Z", x))),
        row(
            "Account.Description",
            4000,
            "doc",
            (c, x) -> c.error("Accounts", with(account("Z", "New"), "Description", x))),
        row("Contact.Name", 255, "doc", (c, x) -> c.error("Contacts", Map.of("Name", x))),
        contact("ContactNumber", 50),
        contact("AccountNumber", 50),
        contact("CompanyNumber", 50),
        contact("TaxNumber", 50),
        contact("FirstName", 255),
        contact("LastName", 255),
        row(
            "EmailAddress",
            255,
            "doc",
            (c, x) ->
                c.error(
                    "Contacts", Map.of("Name", "New", "EmailAddress", x.substring(4) + "@b.c"))),
        row(
            "InvoiceNumber",
            255,
            "doc",
            (c, x) -> c.error("Invoices", with(bill(c), "InvoiceNumber", x))),
        row(
            "Reference",
            255,
            "doc",
            (c, x) -> c.error("Invoices", with(Bodies.sale(c.ada(), null, "1"), "Reference", x))),
        row(
            "BankTransaction.Reference",
            255,
            "unverified",
            (c, x) -> c.error("BankTransactions", Bodies.spend(c.ada(), x, "1.00"))),
        row(
            "line Description",
            4000,
            "doc",
            (c, x) -> c.error("Invoices", withLine(bill(c), "Description", x))),
        row(
            "line Quantity (digits)",
            13,
            "doc",
            (c, x) ->
                c.error(
                    "PurchaseOrders",
                    withLine(
                        withLine(
                            Bodies.order(c.ada(), "0.0001"),
                            "Quantity",
                            new BigDecimal(x.replace('x', '1'))),
                        "UnitAmount",
                        new BigDecimal("0.0001")))),
        row("Item.Code", 30, "doc", (c, x) -> c.error("Items", Map.of("Code", x))),
        item("Name", 50),
        item("Description", 4000),
        item("PurchaseDescription", 4000),
        row("tracking category name", 100, "doc", FieldLengthsTest::renameCategory),
        row("tracking option name", 100, "doc", FieldLengthsTest::addOption),
        row(
            "DeliveryInstructions",
            500,
            "doc",
            (c, x) ->
                c.error(
                    "PurchaseOrders",
                    with(Bodies.order(c.ada(), "1.00"), "DeliveryInstructions", x))),
        row("history note", 2500, "doc", FieldLengthsTest::note),
        row("batch payment Particulars", 12, "spec", (c, x) -> batchPayment(c, "Particulars", x)),
        row("batch payment Code", 12, "spec", (c, x) -> batchPayment(c, "Code", x)));
  }

  private static Arguments row(
      String field, int longest, String tag, BiFunction<Clerk, String, String> write) {
    return arguments(field, longest, tag, write);
  }

  private static Arguments contact(String property, int longest) {
    return row(
        "Contact." + property,
        longest,
        "doc",
        (clerk, text) -> clerk.error("Contacts", Map.of("Name", "New", property, text)));
  }

  private static Arguments item(String property, int longest) {
    return row(
        "Item." + property,
        longest,
        "doc",
        (clerk, text) -> clerk.error("Items", Map.of("Code", "I", property, text)));
  }

  private static Map<String, Object> account(String code, String name) {
    return new HashMap<>(Map.of("Code", code, "Name", name, "Type", "EXPENSE"));
  }

  private static Map<String, Object> bill(Clerk clerk) {
    return Bodies.bill(clerk.ada(), "B", "1.00");
  }

  private static String renameCategory(Clerk clerk, String name) {
    String path = "TrackingCategories/" + region(clerk);
    return refusal(clerk.xero.post(path, Map.of("Name", name)));
  }

  private static String addOption(Clerk clerk, String name) {
    String path = "TrackingCategories/" + region(clerk) + "/Options";
    return refusal(clerk.xero.put(path, Map.of("Name", name)));
  }

  private static String region(Clerk clerk) {
    return clerk
        .xero
        .get("TrackingCategories")
        .at("/TrackingCategories/0/TrackingCategoryID")
        .asText();
  }

  private static String note(Clerk clerk, String text) {
    return refusal(
        clerk.xero.put(
            "Contacts/" + clerk.ada() + "/History",
            all("HistoryRecords", Map.of("Details", text))));
  }

  private static String batchPayment(Clerk clerk, String property, String text) {
    Map<String, Object> bill = Bodies.bill(clerk.ada(), "B", "1.00");
    String id = Clerk.id("Invoices", clerk.good("Invoices", bill));
    Map<String, Object> batch = new HashMap<>();
    batch.put("Account", Map.of("Code", "090"));
    batch.put("Payments", List.of(Map.of("Invoice", Map.of("InvoiceID", id), "Amount", 1)));
    batch.put(property, text);
    return clerk.error("BatchPayments", batch);
  }

  private static String refusal(Reply reply) {
    return reply.status() == 200 ? "" : reply.at("/Elements/0/ValidationErrors/0/Message").asText();
  }
}
