package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What recordings of 2026 say of the real Xero, and where they contradict what was known before:
 * xero-api.md 7.2, row by row. Rows that are not certain have a switch, and are tested both ways.
 */
@ExtendWith(SandboxExtension.class)
class RecordingRulesTest {

  private static final String OTHER_CURRENCY =
      "The currency of the bank transaction must be the base currency of the organisation or the"
          + " currency of the bank account.";
  private static final String ARCHIVED =
      "The specified contact details matched an archived contact. Archived contacts cannot"
          + " currently be edited via the API.";
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  private XeroCalls xero;
  private Clerk clerk;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    clerk = Clerk.of(calls);
  }

  @ParameterizedTest(name = "{0} on {1} __observed")
  @CsvSource({"USD, 090, SPEND", "CHF, 090, RECEIVE", "EUR, 088, SPEND", "NZD, 088, SPEND"})
  void row_01_another_currency_than_the_bank_accounts_is_refused__observed(
      String currency, String bank, String type) {
    Map<String, Object> body = spend(currency, bank, type);
    assertThat(clerk.error("BankTransactions", body)).isEqualTo(OTHER_CURRENCY);
    assertThat(xero.get("BankTransactions?page=1").at("/BankTransactions")).isEmpty();
  }

  @ParameterizedTest(name = "{0} on {1} __observed")
  @CsvSource({"NZD, 090", "USD, 088"})
  void row_01_the_bank_accounts_own_currency_may_be_named__observed(String currency, String bank) {
    JsonNode made = clerk.good("BankTransactions", spend(currency, bank, "SPEND"));
    assertThat(made.get("CurrencyCode").asText()).isEqualTo(currency);
  }

  @ParameterizedTest(name = "{0} __observed")
  @ValueSource(strings = {"Name", "ContactStatus=ARCHIVED", "ContactStatus=ACTIVE"})
  void row_02_an_archived_contact_is_not_edited_archived_or_restored__observed(String change) {
    String max = clerk.contact("max.former@acme.example");
    String[] parts = (change + "=New").split("=");
    JsonNode refused = clerk.post("Contacts", Map.of("ContactID", max, parts[0], parts[1]));
    assertThat(Clerk.errors(refused)).containsExactly(ARCHIVED);
    assertThat(refused.get("StatusAttributeString").asText()).isEqualTo("ERROR");
    assertThat(refused.get("ContactID").asText()).isEqualTo(max);
    assertThat(refused.get(parts[0]).asText()).as("as sent").isEqualTo(parts[1]);
    assertThat(refused.get("Addresses")).isEmpty();
    JsonNode still = xero.get("Contacts/" + max).at("/Contacts/0");
    assertThat(still.get("ContactStatus").asText()).isEqualTo("ARCHIVED");
    assertThat(still.get("Name").asText()).isNotEqualTo("New");
  }

  @Test
  void row_02_people_restore_contacts_and_the_api_only_when_switched__3p() {
    String max = clerk.contact("max.former@acme.example");
    clerk.person("PATCH", "contacts/" + max, Map.of("ContactStatus", "ACTIVE"));
    Map<String, Object> archive = Map.of("ContactID", max, "ContactStatus", "ARCHIVED");
    assertThat(Clerk.errors(clerk.post("Contacts", archive))).isEmpty();
    clerk.set("otherwise", List.of("ARCHIVED_CONTACTS_CAN_BE_EDITED"));
    JsonNode restored = clerk.post("Contacts", with(of(archive), "ContactStatus", "ACTIVE"));
    assertThat(restored.get("ContactStatus").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void row_03_the_number_of_a_deleted_order_is_not_posted_again__observed() {
    JsonNode order = clerk.good("PurchaseOrders", order("PO-1"));
    status("PurchaseOrders", order, "DELETED");
    JsonNode refused = clerk.post("PurchaseOrders", order("PO-1"));
    assertThat(refused.get("PurchaseOrderID").asText()).isEqualTo(ZERO);
    assertThat(Clerk.errors(refused))
        .containsExactly(
            "PurchaseOrder status change is invalid", "Deleted PurchaseOrders cannot be updated");
  }

  @Test
  void row_04_an_approved_order_becomes_no_draft_but_when_switched__3p() {
    JsonNode order = clerk.good("PurchaseOrders", with(order("PO-1"), "Status", "AUTHORISED"));
    assertThat(Clerk.errors(status("PurchaseOrders", order, "DRAFT")))
        .containsExactly("PurchaseOrder status change is invalid");
    assertThat(clerk.read("PurchaseOrders", order).get("Status").asText()).isEqualTo("AUTHORISED");
    clerk.set("otherwise", List.of("ORDERS_GO_BACK_TO_DRAFT"));
    assertThat(Clerk.errors(status("PurchaseOrders", order, "DRAFT"))).isEmpty();
  }

  @Test
  void row_05_a_billed_order_can_be_deleted__observed() {
    JsonNode order = clerk.good("PurchaseOrders", with(order("PO-1"), "Status", "BILLED"));
    JsonNode deleted = status("PurchaseOrders", order, "DELETED");
    assertThat(deleted.get("StatusAttributeString").asText()).isEqualTo("OK");
    assertThat(deleted.get("Status").asText()).isEqualTo("DELETED");
  }

  @Test
  void row_06_the_number_of_a_voided_sales_invoice_is_not_posted_again_but_when_switched__3p() {
    JsonNode sale = clerk.good("Invoices", Bodies.sale(clerk.ada(), "S-1", "1.00"));
    status("Invoices", sale, "VOIDED");
    Map<String, Object> again = Bodies.sale(clerk.ada(), "S-1", "1.00");
    JsonNode refused = clerk.post("Invoices", again);
    assertThat(Clerk.errors(refused))
        .containsExactly("Invoice not of valid status for modification");
    assertThat(refused.get("InvoiceID").asText()).isEqualTo(ZERO);
    clerk.set("otherwise", List.of("NUMBERS_OF_VOIDED_INVOICES_ARE_FREE"));
    assertThat(Clerk.errors(clerk.post("Invoices", again))).isEmpty();
  }

  @ParameterizedTest(name = "{0} __observed")
  @ValueSource(strings = {"PurchaseDetails", "PurchaseDescription"})
  void row_07_an_item_that_is_not_bought_has_no_purchase_details__observed(String details) {
    Object value = details.endsWith("Details") ? Map.of("UnitPrice", 1) : "text";
    assertThat(clerk.error("Items", Map.of("Code", "A", "IsPurchased", false, details, value)))
        .isEqualTo(
            "IsPurchased cannot be set to false when PurchaseDetails or PurchaseDescription values"
                + " are provided.");
    clerk.good("Items", Map.of("Code", "A", "IsPurchased", false));
  }

  @Test
  void row_07_nor_one_that_is_not_sold_sales_details_but_when_switched__unverified() {
    Map<String, Object> item =
        Map.of("Code", "A", "IsSold", false, "SalesDetails", Map.of("UnitPrice", 1));
    assertThat(clerk.error("Items", item)).startsWith("IsSold cannot be set to false");
    clerk.set("otherwise", List.of("SALES_DETAILS_ARE_DROPPED"));
    assertThat(clerk.good("Items", item).get("SalesDetails")).isEmpty();
  }

  @ParameterizedTest(name = "{0} __observed")
  @ValueSource(strings = {"Invoices", "CreditNotes"})
  void row_08_a_draft_loses_an_unknown_account_and_only_a_warning_says_so__observed(String plural) {
    Map<String, Object> body = withLine(document(plural), "AccountCode", "999");
    JsonNode draft = clerk.good(plural, with(body, "Status", "DRAFT"));
    assertThat(draft.get("StatusAttributeString").asText()).isEqualTo("WARNING");
    assertThat(draft.at("/Warnings/0/Message").asText())
        .isEqualTo(
            "Account code '999' has been removed as it does not match a recognised account.");
    assertThat(clerk.read(plural, draft).at("/LineItems/0").has("AccountCode")).isFalse();
    assertThat(clerk.error(plural, with(body, "Status", "AUTHORISED")))
        .isEqualTo("Account code '999' is not a valid code for this document.");
  }

  @Test
  void row_09_a_known_number_counts_when_the_contact_id_is_unknown__observed() {
    JsonNode made = clerk.good("Contacts", Map.of("Name", "One", "ContactNumber", "C-1"));
    String unknown = java.util.UUID.randomUUID().toString();
    JsonNode edited =
        clerk.post("Contacts", Map.of("ContactID", unknown, "ContactNumber", "C-1", "Name", "Two"));
    assertThat(edited.get("ContactID")).isEqualTo(made.get("ContactID"));
    assertThat(clerk.read("Contacts", made).get("Name").asText()).isEqualTo("Two");
  }

  @Test
  void row_10_an_unknown_contact_id_with_a_name_makes_a_contact_or_finds_it_taken__observed() {
    String unknown = java.util.UUID.randomUUID().toString();
    Map<String, Object> bill = Bodies.bill(clerk.ada(), "B", "1.00");
    JsonNode made =
        clerk.good("Invoices", with(bill, "Contact", Map.of("ContactID", unknown, "Name", "New")));
    assertThat(made.at("/Contact/Name").asText()).isEqualTo("New");
    assertThat(made.at("/Contact/ContactID").asText()).isNotEqualTo(unknown);

    JsonNode taken =
        clerk.put(
            "Invoices", with(bill, "Contact", Map.of("ContactID", unknown, "Name", "Ada Kerr")));
    String text = "The Contact Name already exists. Please enter a different Contact Name.";
    assertThat(Clerk.errors(taken)).containsExactly(text);
    assertThat(Clerk.errors(taken.get("Contact"))).containsExactly(text);
    assertThat(taken.at("/Contact/HasValidationErrors").asBoolean()).isTrue();
  }

  @Test
  void row_11_the_lines_of_a_journal_without_tax_say_none__observed() {
    JsonNode made = clerk.good("ManualJournals", journal("200"));
    assertThat(made.findValuesAsText("TaxType")).containsOnly("NONE");
    assertThat(clerk.read("ManualJournals", made).findValuesAsText("TaxType")).containsOnly("NONE");
  }

  @Test
  void row_12_the_answer_to_a_payment_shows_its_invoice_paid__observed() {
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    JsonNode invoice =
        clerk.good("Payments", Bodies.payment(Clerk.id("Invoices", bill), "4.00")).get("Invoice");
    assertThat(invoice.get("AmountPaid").decimalValue()).isEqualByComparingTo("4.00");
    assertThat(invoice.get("AmountDue").decimalValue()).isEqualByComparingTo("7.50");
    assertThat(invoice.get("Status").asText()).isEqualTo("AUTHORISED");
    assertThat(invoice.get("LineItems")).hasSize(1);
  }

  @Test
  void row_13_an_invoice_shows_the_credit_that_is_allocated_to_it__observed() {
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    JsonNode note = allocated(bill, "3.00");
    for (JsonNode shown : List.of(clerk.read("Invoices", bill), first("Invoices?page=1"))) {
      assertThat(shown.at("/CreditNotes/0/CreditNoteID")).isEqualTo(note.get("CreditNoteID"));
      assertThat(shown.at("/CreditNotes/0/AppliedAmount").decimalValue())
          .isEqualByComparingTo("3.00");
      assertThat(shown.at("/CreditNotes/0/Total")).isEqualTo(note.get("Total"));
    }
  }

  @Test
  void row_14_bank_transactions_are_filtered_by_reference_where_that_is_known__spec() {
    for (String reference : List.of("R-1", "R-2", "R-3")) {
      clerk.good("BankTransactions", Bodies.spend(clerk.ada(), reference, "1.00"));
    }
    assertThat(xero.get("BankTransactions?page=1&References=R-1,R-3").at("/BankTransactions"))
        .hasSize(2);
    clerk.set("otherwise", List.of("REFERENCES_ARE_IGNORED"));
    assertThat(xero.get("BankTransactions?page=1&References=R-1,R-3").at("/BankTransactions"))
        .hasSize(3);
  }

  @Test
  void row_15_only_approved_documents_are_marked_as_sent__spec() {
    Map<String, Object> sale = with(Bodies.sale(clerk.ada(), "S", "1.00"), "SentToContact", true);
    assertThat(clerk.good("Invoices", sale).get("SentToContact").asBoolean()).isTrue();
    with(with(sale, "InvoiceNumber", "T"), "Status", "DRAFT");
    assertThat(clerk.good("Invoices", sale).get("SentToContact").asBoolean(true)).isFalse();
  }

  @Test
  void row_16_a_journal_is_answered_with_its_totals__observed() {
    JsonNode made = clerk.good("ManualJournals", journal("429"));
    assertThat(made.get("DebitTotal").decimalValue()).isEqualByComparingTo("10.00");
    assertThat(made.get("CreditTotal").decimalValue()).isEqualByComparingTo("-10.00");
  }

  @Test
  void row_17_a_credit_note_has_a_second_id_and_says_when_it_was_used_up__observed() {
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    JsonNode note = allocated(bill, "5.75");
    assertThat(note.get("ID")).isEqualTo(note.get("CreditNoteID"));
    JsonNode used = clerk.read("CreditNotes", note);
    assertThat(used.get("Status").asText()).isEqualTo("PAID");
    assertThat(used.has("FullyPaidOnDate")).isTrue();
  }

  @Test
  void row_18_a_payment_of_a_batch_shows_the_batch__observed() {
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    JsonNode batch =
        clerk.good(
            "BatchPayments",
            Map.of(
                "Account",
                Map.of("Code", "090"),
                "Date",
                "2026-04-01",
                "Payments",
                List.of(
                    Map.of(
                        "Invoice",
                        Map.of("InvoiceID", Clerk.id("Invoices", bill)),
                        "Amount",
                        "2.00"))));
    assertThat(first("Payments").at("/BatchPayment/BatchPaymentID"))
        .isEqualTo(batch.get("BatchPaymentID"));
  }

  @Test
  void row_19_a_refused_spend_shows_its_bank_account_with_the_zero_id__observed() {
    JsonNode refused = clerk.put("BankTransactions", spend("USD", "090", "SPEND"));
    assertThat(refused.at("/BankAccount/AccountID").asText()).isEqualTo(ZERO);
    assertThat(refused.at("/BankAccount/Code").asText()).isEqualTo("090");
  }

  @Test
  void row_20_the_text_of_a_change_date_has_no_milliseconds__observed() {
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    assertThat(bill.get("UpdatedDateUTCString").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void row_21_the_envelopes_id_is_the_correlation_id_also_of_a_replay__observed() {
    Reply read = xero.get("Accounts");
    assertThat(read.header("xero-correlation-id")).isEqualTo(read.at("/Id").asText());
    Map<String, Object> body = all("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    xero.put("Invoices", body, "Idempotency-Key", "k");
    Reply replay = xero.put("Invoices", body, "Idempotency-Key", "k");
    assertThat(replay.header("xero-correlation-id")).isEqualTo(replay.at("/Id").asText());
    assertThat(xero.control("GET", "calls?limit=1", null).at("/0/correlationId").asText())
        .isEqualTo(replay.at("/Id").asText());
  }

  @Test
  void row_22_what_is_not_there_and_what_is_too_much_are_answered_with_an_empty_page__observed() {
    Reply missing = xero.get("Invoices/" + java.util.UUID.randomUUID());
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.body()).isEmpty();
    assertThat(missing.header("Content-Type")).startsWith("text/html");
    xero.control("POST", "faults", Map.of("kind", "429-minute", "next", 1));
    Reply much = xero.get("Invoices");
    assertThat(much.status()).isEqualTo(429);
    assertThat(much.body()).isEmpty();
  }

  @ParameterizedTest(name = "{0} __spec")
  @CsvSource(
      nullValues = "left out",
      value = {"left out, BANK", "'', BANK", "NONE, BANK", "CREDITCARD, CREDITCARD"})
  void row_23_a_bank_account_has_a_kind__spec(String sent, String kept) {
    Map<String, Object> account =
        of(Map.of("Code", "B1", "Name", "B", "Type", "BANK", "BankAccountNumber", "1"));
    JsonNode made = xero.put("Accounts", with(account, "BankAccountType", sent)).at("/Accounts/0");
    assertThat(made.get("BankAccountType").asText()).isEqualTo(kept);
  }

  @Test
  void row_24_texts_of_an_unknown_bank_account_and_an_unknown_contact_of_an_order__observed() {
    assertThat(clerk.error("BankTransactions", spend(null, "999", "SPEND")))
        .isEqualTo("The specified bank account details does not match a known bank account.");
    Map<String, Object> order = Bodies.order(java.util.UUID.randomUUID().toString(), "1.00");
    assertThat(clerk.error("PurchaseOrders", order))
        .isEqualTo("Unknown contact details, please provide a valid ContactID or Contact Number");
  }

  @Test
  void row_24_text_of_an_allocation_that_is_too_high__3p() {
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    assertThat(
            allocate(note(), bill, "99.00").at("/Elements/0/ValidationErrors/0/Message").asText())
        .isEqualTo("Credit Note cannot be allocated as amount is greater than amount outstanding");
  }

  @Test
  void row_25_a_posted_journal_takes_no_retained_earnings_but_when_switched__unverified() {
    assertThat(clerk.error("ManualJournals", journal("960"))).contains("Account code '960'");
    clerk.good("ManualJournals", with(journal("960"), "Status", "DRAFT"));
    clerk.set("otherwise", List.of("RETAINED_EARNINGS_TAKE_JOURNALS"));
    clerk.good("ManualJournals", journal("960"));
  }

  @Test
  void row_26_a_sales_invoice_has_an_address_to_pay_at_and_a_bill_has_none__spec() {
    JsonNode sale = clerk.good("Invoices", Bodies.sale(clerk.ada(), "S", "1.00"));
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "1.00"));
    assertThat(online(sale).at("/OnlineInvoices/0/OnlineInvoiceUrl").asText())
        .startsWith("https://in.xero.com/");
    assertThat(online(bill).status()).isEqualTo(404);
  }

  private Reply online(JsonNode invoice) {
    return xero.get("Invoices/" + Clerk.id("Invoices", invoice) + "/OnlineInvoice");
  }

  private JsonNode note() {
    return clerk.good("CreditNotes", Bodies.creditNote(clerk.ada(), "ACCPAYCREDIT", "5.00"));
  }

  private JsonNode allocated(JsonNode bill, String amount) {
    JsonNode note = note();
    assertThat(allocate(note, bill, amount).status()).isEqualTo(200);
    return note;
  }

  private Reply allocate(JsonNode note, JsonNode bill, String amount) {
    return xero.put(
        "CreditNotes/" + Clerk.id("CreditNotes", note) + "/Allocations",
        all(
            "Allocations",
            Map.of("Invoice", Map.of("InvoiceID", Clerk.id("Invoices", bill)), "Amount", amount)));
  }

  private JsonNode status(String plural, JsonNode document, String status) {
    return clerk.post(
        plural, Map.of(Clerk.idName(plural), Clerk.id(plural, document), "Status", status));
  }

  private JsonNode first(String path) {
    String plural = path.replaceFirst("\\?.*", "");
    return xero.get(path).at("/" + plural + "/0");
  }

  private Map<String, Object> document(String plural) {
    return plural.equals("Invoices")
        ? Bodies.bill(clerk.ada(), "B", "1.00")
        : Bodies.creditNote(clerk.ada(), "ACCPAYCREDIT", "1.00");
  }

  private Map<String, Object> order(String number) {
    return with(Bodies.order(clerk.ada(), "1.00"), "PurchaseOrderNumber", number);
  }

  private Map<String, Object> spend(String currency, String bank, String type) {
    Map<String, Object> body = Bodies.spend(clerk.ada(), "R", "1.00");
    body.put("LineItems", Bodies.lines(type.equals("SPEND") ? "429" : "200", "1.00"));
    with(with(body, "Type", type), "BankAccount", Map.of("Code", bank));
    return with(body, "CurrencyCode", currency);
  }

  private static Map<String, Object> journal(String account) {
    return Bodies.journal("N", account, "10.00", "835", "-10.00");
  }

  private static Map<String, Object> of(Map<String, Object> map) {
    return new java.util.LinkedHashMap<>(map);
  }
}
