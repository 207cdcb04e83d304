package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.creditNote;
import static io.ledgerway.sandbox.Bodies.journal;
import static io.ledgerway.sandbox.Bodies.payment;
import static io.ledgerway.sandbox.Bodies.sale;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message of xero-api.md 6.3, word for word, and what brings it about. */
@ExtendWith(SandboxExtension.class)
class MessagesTest {

  private static final String UNKNOWN = "7311b70a-e270-46e9-a182-84031e99b222";

  @ParameterizedTest(name = "{0}: {1} __{2}")
  @MethodSource("rows")
  void refused_in_these_words(
      String area, String message, String tag, Function<Clerk, String> what, XeroCalls calls) {
    assertThat(what.apply(Clerk.of(calls))).isEqualTo(message);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
            accounts(), taxes(), numbers(), contacts(), states(), others(), payments(), limits())
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> accounts() {
    return Stream.of(
        row(
            "account",
            "Account code '999' is not a valid code for this document.",
            "exact",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "AccountCode", "999"))),
        row(
            "account",
            "Account code '457' has been archived, or has been deleted. Each line item must"
                + " reference a valid account.",
            "exact",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "AccountCode", "457"))),
        row(
            "account",
            "Account must be valid.",
            "3p",
            clerk ->
                clerk.error(
                    "Invoices",
                    withLine(withLine(bill(clerk), "AccountCode", null), "AccountID", UNKNOWN))),
        row(
            "account",
            "Account code or ID must be specified.",
            "3p",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "AccountCode", null))),
        row(
            "account",
            "Account could not be found.",
            "3p",
            clerk -> payFrom(clerk, Map.of("Code", "999"))),
        row(
            "account",
            "Account type is invalid for making payments",
            "unverified",
            clerk -> payFrom(clerk, Map.of("Code", "429"))),
        row(
            "account",
            "Please enter a unique Name.",
            "exact",
            clerk -> clerk.error("Accounts", account("Z1", "Advertising"))),
        row(
            "account",
            "Account Code is too long. Maximum of 10 characters allowed",
            "observed",
            clerk -> clerk.error("Accounts", account("12345678901", "New"))),
        row(
            "bank account",
            "Closed Bank Account bank account is archived and cannot be used. Please un-archive it"
                + " first.",
            "3p",
            clerk ->
                clerk.error(
                    "BankTransactions", with(spend(clerk), "BankAccount", Map.of("Code", "089")))),
        row(
            "bank account",
            "The specified bank account details does not match a known bank account.",
            "observed",
            clerk ->
                clerk.error(
                    "BankTransactions", with(spend(clerk), "BankAccount", Map.of("Code", "429")))));
  }

  private static Stream<Arguments> taxes() {
    return Stream.of(
        row(
            "tax",
            "The TaxType code INPUT9 does not exist or cannot be used for this type of"
                + " transaction.",
            "exact",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "TaxType", "INPUT9"))),
        row(
            "tax",
            "The TaxType code 'OUTPUT2' cannot be used with account code '429'.",
            "exact",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "TaxType", "OUTPUT2"))),
        row(
            "tax",
            "The TaxType field is mandatory",
            "3p",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "TaxType", ""))),
        row(
            "tax",
            "The tax amount cannot be greater than the line amount",
            "3p",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "TaxAmount", "100.01"))));
  }

  private static Stream<Arguments> numbers() {
    return Stream.of(
        row(
            "number",
            "Invoice # must be unique.",
            "exact",
            clerk -> {
              clerk.good("Invoices", sale(clerk.ada(), "S1", "1.00"));
              return clerk.error("Invoices", sale(clerk.ada(), "S1", "1.00"));
            }),
        row(
            "number",
            "Order number must be unique",
            "exact",
            clerk -> {
              clerk.good("PurchaseOrders", with(order(clerk), "PurchaseOrderNumber", "P1"));
              return clerk.error("PurchaseOrders", with(order(clerk), "PurchaseOrderNumber", "P1"));
            }),
        row(
            "number",
            "Price List Item with Code 'abc' already exists",
            "exact",
            clerk -> {
              clerk.good("Items", Map.of("Code", "abc"));
              return clerk.error("Items", Map.of("Code", "abc"));
            }),
        row(
            "item",
            "Item code 'X' is not valid",
            "exact",
            clerk -> clerk.error("Invoices", withLine(bill(clerk), "ItemCode", "X"))));
  }

  private static Stream<Arguments> contacts() {
    return Stream.of(
        row(
            "contact",
            "The contact name Ada Kerr is already assigned to another contact. The contact name"
                + " must be unique across all active contacts.",
            "exact",
            clerk -> clerk.error("Contacts", Map.of("Name", "Ada Kerr"))),
        row(
            "contact",
            "Another contact has this contact number. Please enter a different contact number.",
            "3p",
            clerk -> {
              clerk.good("Contacts", Map.of("Name", "One", "ContactNumber", "C1"));
              return clerk.error("Contacts", Map.of("Name", "Two", "ContactNumber", "C1"));
            }),
        row(
            "contact",
            "The Contact must contain at least 1 of the following elements to identify the contact:"
                + " Name, ContactID, ContactNumber",
            "exact",
            clerk ->
                clerk.error("Invoices", with(bill(clerk), "Contact", Map.of("FirstName", "A")))),
        row(
            "contact",
            "A Contact must be specified for this type of transaction",
            "exact",
            clerk -> clerk.error("Invoices", with(bill(clerk), "Contact", null))),
        row(
            "contact",
            "The contact with the specified contact details has been archived. The contact must be"
                + " un-archived before creating new invoices or credit notes.",
            "exact",
            clerk ->
                clerk.error(
                    "Invoices",
                    with(
                        bill(clerk),
                        "Contact",
                        Map.of("ContactID", clerk.contact("max.former@acme.example"))))),
        row(
            "contact",
            "Email address must be valid.",
            "exact",
            clerk -> clerk.error("Contacts", Map.of("Name", "New", "EmailAddress", "nobody"))),
        row(
            "currency",
            "Organisation is not subscribed to currency CHF",
            "exact",
            clerk -> clerk.error("Invoices", with(bill(clerk), "CurrencyCode", "CHF"))),
        row(
            "currency (accounts)",
            "The current organisation is not subscribed to currency 'CHF'.",
            "exact",
            clerk ->
                clerk.error(
                    "Accounts",
                    Map.of(
                        "Name",
                        "Swiss",
                        "Type",
                        "BANK",
                        "BankAccountNumber",
                        "1",
                        "CurrencyCode",
                        "CHF"))));
  }

  private static Stream<Arguments> states() {
    return Stream.of(
        row(
            "dates",
            "The document date cannot be before the end of year lock date, currently set at"
                + " 30-Sep-2026",
            "exact",
            clerk -> {
              clerk.set("endOfYearLockDate", "2026-09-30");
              return clerk.error("Invoices", bill(clerk));
            }),
        row(
            "dates",
            "The document date cannot be before the period lock date, currently set at 30-Sep-2026",
            "exact",
            clerk -> {
              clerk.set("periodLockDate", "2026-09-30");
              return clerk.error("Invoices", bill(clerk));
            }),
        row(
            "dates",
            "The document cannot be edited as it is currently dated before the end of year lock"
                + " date",
            "exact",
            clerk -> {
              JsonNode made = clerk.good("Invoices", bill(clerk));
              clerk.set("endOfYearLockDate", "2026-09-30");
              return change(clerk, made, "Reference", "x");
            }),
        row(
            "state",
            "Invoice not of valid status for creation",
            "exact",
            clerk -> clerk.error("Invoices", with(bill(clerk), "Status", "PAID"))),
        row(
            "state",
            "Invoice not of valid status for modification",
            "exact",
            clerk -> change(clerk, clerk.good("Invoices", bill(clerk)), "Status", "DELETED")),
        row(
            "state",
            "This document cannot be edited as it has a payment or credit note allocated to it.",
            "exact",
            clerk -> change(clerk, paid(clerk), "Date", "2026-03-05")),
        row(
            "state",
            "The status VOIDED cannot be applied to the invoice because it has payments or credit"
                + " notes allocated to it.",
            "3p",
            clerk -> change(clerk, paid(clerk), "Status", "VOIDED")),
        row(
            "state",
            "An existing Invoice with the specified InvoiceID could not be found",
            "exact",
            clerk ->
                Clerk.errors(clerk.post("Invoices", with(bill(clerk), "InvoiceID", UNKNOWN)))
                    .get(0)),
        row(
            "state",
            "An existing Credit Note with the specified CreditNoteID could not be found",
            "exact",
            clerk ->
                Clerk.errors(
                        clerk.post(
                            "CreditNotes",
                            with(
                                creditNote(clerk.ada(), "ACCPAYCREDIT", "1.00"),
                                "CreditNoteID",
                                UNKNOWN)))
                    .get(0)),
        row(
            "reconciled",
            "This transaction cannot be edited as it has been reconciled.",
            "unverified",
            clerk -> {
              JsonNode made =
                  clerk.good("BankTransactions", with(spend(clerk), "IsReconciled", true));
              return Clerk.errors(
                      clerk.post(
                          "BankTransactions",
                          Map.of(
                              "BankTransactionID",
                              made.get("BankTransactionID").asText(),
                              "Reference",
                              "x")))
                  .get(0);
            }),
        row(
            "reconciled",
            "This payment cannot be deleted as it has been reconciled.",
            "unverified",
            clerk -> {
              JsonNode made = clerk.good("Invoices", bill(clerk));
              JsonNode payment =
                  clerk.good(
                      "Payments",
                      with(payment(Clerk.id("Invoices", made), "1.00"), "IsReconciled", true));
              return first(
                  clerk.xero.post(
                      "Payments/" + payment.get("PaymentID").asText(),
                      Map.of("Status", "DELETED")));
            }));
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        row(
            "lines",
            "One or more line items must be specified",
            "exact",
            clerk -> clerk.error("Invoices", with(bill(clerk), "LineItems", List.of()))),
        row(
            "journal",
            "The total debits (100.00) must equal total credits (-10.00)",
            "exact",
            clerk -> clerk.error("ManualJournals", journal("N", "429", "100", "835", "-10"))),
        row(
            "journal (warning)",
            "Account code '090' has been removed as it does not match a recognised account.",
            "exact",
            clerk ->
                clerk
                    .put(
                        "ManualJournals",
                        with(journal("N", "429", "1", "090", "-1"), "Status", "DRAFT"))
                    .at("/Warnings/0/Message")
                    .asText()),
        row(
            "journal",
            "A Manual Journal must contain at least 2 lines",
            "observed",
            clerk ->
                clerk.error("ManualJournals", with(journal("N", "429", "0"), "Status", "DRAFT"))),
        row(
            "tracking",
            "Unknown tracking details. A Tracking Category did not match a known active Tracking"
                + " Category.",
            "3p",
            clerk ->
                clerk.error(
                    "Invoices",
                    withLine(
                        bill(clerk),
                        "Tracking",
                        List.of(Map.of("Name", "Planet", "Option", "Mars"))))),
        row(
            "url",
            "Url must be a valid absolute url",
            "exact",
            clerk -> clerk.error("Invoices", with(bill(clerk), "Url", "/expenses/1"))),
        row(
            "history",
            "The document with the supplied id was not found for this endpoint.",
            "exact",
            clerk ->
                first(
                    clerk.xero.put(
                        "Invoices/" + UUID.randomUUID() + "/History",
                        all("HistoryRecords", Map.of("Details", "x"))))));
  }

  private static Stream<Arguments> payments() {
    return Stream.of(
        row(
            "payment",
            "Payment amount exceeds the amount outstanding on this document",
            "exact",
            clerk -> {
              JsonNode made = clerk.good("Invoices", bill(clerk));
              return clerk.error("Payments", payment(Clerk.id("Invoices", made), "115.01"));
            }),
        row(
            "payment",
            "Payments can only be made against Authorised documents",
            "3p",
            clerk -> {
              JsonNode made = clerk.good("Invoices", with(bill(clerk), "Status", "DRAFT"));
              return clerk.error("Payments", payment(Clerk.id("Invoices", made), "1.00"));
            }));
  }

  private static Stream<Arguments> limits() {
    return Stream.of(
        row(
            "limits",
            "You have reached the limit of invoices you can approve",
            "exact_start",
            clerk -> {
              clerk.set("plan", "STARTER");
              IntStream.range(0, 5).forEach(i -> clerk.good("Invoices", bill(clerk)));
              return clerk.error("Invoices", bill(clerk));
            }),
        row(
            "limits",
            "You’ve reached the limit of 100 contact groups.",
            "exact",
            clerk -> {
              Object[] hundred =
                  IntStream.range(0, 100).mapToObj(i -> Map.of("Name", "Group " + i)).toArray();
              assertThat(clerk.xero.put("ContactGroups", all("ContactGroups", hundred)).status())
                  .isEqualTo(200);
              return clerk.error("ContactGroups", Map.of("Name", "Suppliers"));
            }));
  }

  private static Arguments row(
      String area, String message, String tag, Function<Clerk, String> what) {
    return arguments(area, message, tag, what);
  }

  private static Map<String, Object> bill(Clerk clerk) {
    return Bodies.bill(clerk.ada(), "B", "100.00");
  }

  private static Map<String, Object> spend(Clerk clerk) {
    return Bodies.spend(clerk.ada(), "r", "1.00");
  }

  private static Map<String, Object> order(Clerk clerk) {
    return Bodies.order(clerk.ada(), "1.00");
  }

  private static Map<String, Object> account(String code, String name) {
    return Map.of("Code", code, "Name", name, "Type", "EXPENSE");
  }

  private static String payFrom(Clerk clerk, Map<String, String> account) {
    JsonNode made = clerk.good("Invoices", bill(clerk));
    return clerk.error(
        "Payments", with(payment(Clerk.id("Invoices", made), "1.00"), "Account", account));
  }

  private static JsonNode paid(Clerk clerk) {
    JsonNode made = clerk.good("Invoices", bill(clerk));
    clerk.good("Payments", payment(Clerk.id("Invoices", made), "1.00"));
    return made;
  }

  private static String change(Clerk clerk, JsonNode invoice, String property, String value) {
    Map<String, Object> change = new HashMap<>();
    change.put("InvoiceID", Clerk.id("Invoices", invoice));
    change.put(property, value);
    return String.join(" | ", Clerk.errors(clerk.post("Invoices", change)));
  }

  private static String first(Reply reply) {
    return reply.at("/Elements/0/ValidationErrors/0/Message").asText();
  }
}
