package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same record is answered differently by write, single read, page and list: xero-api.md 7.3,
 * row by row.
 */
@ExtendWith(SandboxExtension.class)
class ViewRulesTest {

  private static final List<Map<String, String>> NORTH =
      List.of(Map.of("Name", "Region", "Option", "North"));

  private XeroCalls xero;
  private Clerk clerk;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    clerk = Clerk.of(calls);
  }

  @Test
  void tracking_is_as_sent_when_written_with_option_ids_alone_and_without_in_a_page__observed() {
    JsonNode made = clerk.good("BankTransactions", tracked());
    assertThat(made.at("/LineItems/0/Tracking/0/Option").asText()).isEqualTo("North");
    assertThat(made.at("/LineItems/0/Tracking/0").has("TrackingOptionID")).isFalse();

    JsonNode single = clerk.read("BankTransactions", made).at("/LineItems/0/Tracking/0");
    assertThat(names(single))
        .containsExactlyInAnyOrder("Name", "Option", "TrackingCategoryID", "TrackingOptionID");

    JsonNode paged = page("BankTransactions").at("/LineItems/0/Tracking/0");
    assertThat(names(paged))
        .containsExactlyInAnyOrder("Name", "Option", "TrackingCategoryID", "Options");
    assertThat(paged.get("Options")).isEmpty();
    assertThat(list("BankTransactions").get("LineItems")).isEmpty();

    Map<String, Object> byIds = tracked();
    withLine(
        byIds,
        "Tracking",
        List.of(
            Map.of(
                "TrackingCategoryID", single.get("TrackingCategoryID").asText(),
                "TrackingOptionID", single.get("TrackingOptionID").asText())));
    assertThat(clerk.good("BankTransactions", byIds).at("/LineItems/0/Tracking/0"))
        .isEqualTo(single);
  }

  @ParameterizedTest(name = "{0} __observed")
  @CsvSource({"BankTransactions", "Invoices", "CreditNotes", "PurchaseOrders", "ManualJournals"})
  void an_answer_to_creating_says_nothing_of_files_and_reads_do__observed(String plural) {
    JsonNode made = clerk.good(plural, document(plural));
    assertThat(made.has("HasAttachments")).isFalse();
    assertThat(made.has("Attachments")).isFalse();
    assertThat(clerk.read(plural, made).get("HasAttachments").asBoolean()).isFalse();
    assertThat(clerk.read(plural, made).get("Attachments")).isEmpty();
    assertThat(page(plural).has("HasAttachments")).isTrue();
    assertThat(page(plural).has("Attachments")).isFalse();
    if (!plural.equals("PurchaseOrders")) {
      assertThat(list(plural).has("HasAttachments")).isTrue();
      assertThat(list(plural).has("Attachments")).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}: {1} __observed")
  @CsvSource({
    "BankTransactions, true",
    "ManualJournals, true",
    "Invoices, false",
    "PurchaseOrders, false"
  })
  void updates_of_bank_transactions_and_journals_do_say_it__observed(String plural, boolean said) {
    JsonNode made = clerk.good(plural, document(plural));
    String text = plural.equals("ManualJournals") ? "Narration" : "Reference";
    JsonNode changed =
        clerk.post(plural, Map.of(Clerk.idName(plural), Clerk.id(plural, made), text, "New"));
    assertThat(changed.has("HasAttachments")).isEqualTo(said);
    assertThat(changed.has("Attachments")).isEqualTo(said);
  }

  @Test
  void payments_and_credits_are_in_pages_always_and_elsewhere_only_what_there_is__observed() {
    JsonNode made = clerk.good("Invoices", Bodies.sale(clerk.ada(), "S", "10.00"));
    List<String> three = List.of("Payments", "CreditNotes", "AmountCredited");
    three.forEach(name -> assertThat(made.has(name)).as(name).isFalse());
    three.forEach(name -> assertThat(clerk.read("Invoices", made).has(name)).as(name).isFalse());
    three.forEach(name -> assertThat(page("Invoices").has(name)).as(name).isTrue());

    clerk.good("Payments", Bodies.payment(Clerk.id("Invoices", made), "1.00"));
    assertThat(clerk.read("Invoices", made).get("Payments")).hasSize(1);
    assertThat(clerk.read("Invoices", made).has("CreditNotes")).isFalse();
  }

  @ParameterizedTest(name = "{0} __observed")
  @CsvSource({"Invoices", "BankTransactions", "CreditNotes"})
  void the_contact_in_a_page_is_id_name_and_four_empty_lists__observed(String plural) {
    JsonNode made = clerk.good(plural, document(plural));
    assertThat(made.at("/Contact/EmailAddress").asText()).isEqualTo("ada.kerr@acme.example");
    assertThat(clerk.read(plural, made).at("/Contact/ContactStatus").asText()).isEqualTo("ACTIVE");
    JsonNode paged = page(plural).get("Contact");
    assertThat(names(paged))
        .containsExactlyInAnyOrder(
            "ContactID",
            "Name",
            "Addresses",
            "Phones",
            "ContactGroups",
            "ContactPersons",
            "HasValidationErrors");
    assertThat(paged.get("Phones")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} __observed")
  @CsvSource({
    "BankTransactions, true",
    "Invoices, true",
    "CreditNotes, true",
    "PurchaseOrders, false",
    "ManualJournals, false"
  })
  void lines_have_room_for_errors_but_in_pages_orders_and_journals__observed(
      String plural, boolean has) {
    JsonNode made = clerk.good(plural, document(plural));
    assertThat(line(made).has("ValidationErrors")).isEqualTo(has);
    assertThat(line(clerk.read(plural, made)).has("ValidationErrors")).isEqualTo(has);
    assertThat(line(page(plural)).has("ValidationErrors")).isFalse();
  }

  @Test
  void an_order_shows_no_discount_when_read_and_no_mark_as_sent_in_pages__observed() {
    JsonNode made = clerk.good("PurchaseOrders", document("PurchaseOrders"));
    assertThat(made.get("TotalDiscount").decimalValue()).isEqualByComparingTo("0");
    assertThat(made.has("SentToContact")).isTrue();
    JsonNode single = clerk.read("PurchaseOrders", made);
    assertThat(single.has("TotalDiscount")).isFalse();
    assertThat(single.has("SentToContact")).isTrue();
    assertThat(page("PurchaseOrders").has("TotalDiscount")).isFalse();
    assertThat(page("PurchaseOrders").has("SentToContact")).isFalse();
  }

  @Test
  void a_contact_has_tracking_categories_only_in_the_answer_to_a_write__observed() {
    JsonNode made = clerk.good("Contacts", Map.of("Name", "New"));
    for (String name : List.of("SalesTrackingCategories", "PurchasesTrackingCategories")) {
      assertThat(made.has(name)).isTrue();
      assertThat(clerk.read("Contacts", made).has(name)).isFalse();
      assertThat(page("Contacts").has(name)).isFalse();
      assertThat(list("Contacts").has(name)).isFalse();
    }
  }

  @Test
  void an_account_is_found_by_its_code_and_edited_by_the_id_in_a_body__observed() {
    JsonNode found = xero.get("Accounts/429").at("/Accounts/0");
    assertThat(found.get("Name").asText()).isEqualTo("General Expenses");
    JsonNode edited =
        xero.post("Accounts", Map.of("AccountID", found.get("AccountID"), "Name", "Sundries"))
            .at("/Accounts/0");
    assertThat(edited.get("AccountID")).isEqualTo(found.get("AccountID"));
    assertThat(xero.get("Accounts/429").at("/Accounts/0/Name").asText()).isEqualTo("Sundries");
    assertThat(xero.get("Accounts/none").status()).isEqualTo(404);
  }

  @Test
  void an_edit_of_an_invoice_moves_its_payments_and_not_its_contact__observed() {
    JsonNode ada = xero.get("Contacts/" + clerk.ada()).at("/Contacts/0");
    JsonNode made = clerk.good("Invoices", Bodies.sale(clerk.ada(), "S", "10.00"));
    clerk.good("Payments", Bodies.payment(Clerk.id("Invoices", made), "1.00"));
    final JsonNode before = page("Payments").get("UpdatedDateUTC");
    xero.advance("PT5S");
    clerk.post("Invoices", Map.of("InvoiceID", Clerk.id("Invoices", made), "Reference", "New"));
    assertThat(page("Payments").get("UpdatedDateUTC")).isNotEqualTo(before);
    JsonNode after = xero.get("Contacts/" + clerk.ada()).at("/Contacts/0");
    assertThat(after.get("UpdatedDateUTC")).isEqualTo(ada.get("UpdatedDateUTC"));
    assertThat(ada.get("IsCustomer").asBoolean()).isFalse();
    assertThat(after.get("IsCustomer").asBoolean()).isTrue();
  }

  @Test
  void a_payment_is_answered_with_its_whole_invoice_as_it_is_then__observed() {
    JsonNode made = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "100.00"));
    String id = Clerk.id("Invoices", made);
    clerk.good("Payments", Bodies.payment(id, "15.00"));
    JsonNode second = clerk.good("Payments", Bodies.payment(id, "100.00"));
    JsonNode invoice = second.get("Invoice");
    assertThat(invoice.get("AmountPaid").decimalValue()).isEqualByComparingTo("115.00");
    assertThat(invoice.get("AmountDue").decimalValue()).isEqualByComparingTo("0");
    assertThat(invoice.get("Status").asText()).isEqualTo("PAID");
    assertThat(invoice.get("LineItems")).hasSize(1);
    assertThat(invoice.get("Payments")).as("the other ones").hasSize(1);
    assertThat(second.at("/Account/Name").asText()).isEqualTo("Business Bank Account");

    JsonNode listed = page("Payments");
    assertThat(listed.get("Invoice").has("AmountDue")).isFalse();
    assertThat(listed.get("Invoice").has("Total")).isFalse();
    assertThat(listed.get("Account").has("Name")).isFalse();

    JsonNode deleted =
        xero.post("Payments/" + Clerk.id("Payments", second), Map.of("Status", "DELETED"))
            .at("/Payments/0");
    assertThat(deleted.at("/Invoice/AmountDue").decimalValue()).isEqualByComparingTo("100.00");
    assertThat(xero.get("Payments").at("/Payments")).hasSize(2);
  }

  @Test
  void an_answer_to_a_void_keeps_what_was_due_and_a_page_owes_nothing__observed() {
    JsonNode made = clerk.good("Invoices", Bodies.sale(clerk.ada(), "S", "10.00"));
    JsonNode voided =
        clerk.post("Invoices", Map.of("InvoiceID", Clerk.id("Invoices", made), "Status", "VOIDED"));
    assertThat(voided.get("Status").asText()).isEqualTo("VOIDED");
    assertThat(voided.get("AmountDue")).isEqualTo(made.get("AmountDue"));
    assertThat(voided.get("Total")).isEqualTo(made.get("Total"));
    assertThat(page("Invoices").get("AmountDue").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void a_400_has_four_properties_and_echoes_what_was_sent__observed() {
    JsonNode made = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    JsonNode body =
        xero.post(
                "Invoices",
                Map.of("InvoiceID", Clerk.id("Invoices", made), "Status", "DRAFT", "Url", "/x"))
            .json();
    assertThat(names(body)).containsExactlyInAnyOrder("ErrorNumber", "Type", "Message", "Elements");
    JsonNode echo = body.at("/Elements/0");
    assertThat(echo.get("InvoiceID")).isEqualTo(made.get("InvoiceID"));
    assertThat(echo.get("Status").asText()).isEqualTo("DRAFT");
    assertThat(echo.get("Url").asText()).isEqualTo("/x");
    assertThat(echo.has("Total")).as("what is stored").isFalse();
    assertThat(echo.has("UpdatedDateUTC")).isFalse();
  }

  @Test
  void a_500_has_a_body_of_title_detail_status_and_instance__3p() {
    xero.control("POST", "faults", Map.of("kind", "500", "endpoint", "Invoices", "next", 1));
    JsonNode body = xero.get("Invoices").json();
    assertThat(names(body)).contains("Title", "Detail", "Status", "Instance");
    assertThat(body.get("Status").asInt()).isEqualTo(500);
  }

  @Test
  void the_contact_of_an_order_has_only_filled_addresses_and_is_no_supplier_yet__observed() {
    JsonNode contact =
        clerk.good(
            "Contacts",
            Map.of(
                "Name",
                "New",
                "Phones",
                List.of(Map.of("PhoneType", "DEFAULT", "PhoneNumber", "123"))));
    JsonNode order =
        clerk.good("PurchaseOrders", Bodies.order(Clerk.id("Contacts", contact), "1.00"));
    assertThat(order.at("/Contact/Addresses")).isEmpty();
    assertThat(order.at("/Contact/Phones")).hasSize(1);
    assertThat(order.at("/Contact/IsSupplier").asBoolean(true)).isFalse();
    assertThat(clerk.read("Contacts", contact).get("IsSupplier").asBoolean()).isFalse();
  }

  @Test
  void a_post_of_an_item_with_a_known_code_edits_it__observed() {
    JsonNode made = clerk.good("Items", Map.of("Code", "A", "Name", "one"));
    JsonNode edited = clerk.post("Items", Map.of("Code", "A", "Name", "two"));
    assertThat(edited.get("ItemID")).isEqualTo(made.get("ItemID"));
    assertThat(clerk.read("Items", made).get("Name").asText()).isEqualTo("two");
  }

  @Test
  void lines_sent_again_without_their_ids_get_new_ones__observed() {
    JsonNode made = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "10.00"));
    Map<String, Object> again = Bodies.bill(clerk.ada(), "B", "10.00");
    JsonNode changed = clerk.post("Invoices", with(again, "InvoiceID", Clerk.id("Invoices", made)));
    assertThat(changed.at("/LineItems/0/LineItemID"))
        .isNotEqualTo(made.at("/LineItems/0/LineItemID"));
  }

  private Map<String, Object> tracked() {
    return withLine(Bodies.spend(clerk.ada(), "R", "10.00"), "Tracking", NORTH);
  }

  private Map<String, Object> document(String plural) {
    return switch (plural) {
      case "BankTransactions" -> Bodies.spend(clerk.ada(), "R", "10.00");
      case "Invoices" -> Bodies.bill(clerk.ada(), "B", "10.00");
      case "CreditNotes" -> Bodies.creditNote(clerk.ada(), "ACCPAYCREDIT", "10.00");
      case "PurchaseOrders" -> Bodies.order(clerk.ada(), "10.00");
      default -> Bodies.journal("N", "429", "10.00", "835", "-10.00");
    };
  }

  /** The first of a page. */
  private JsonNode page(String plural) {
    return xero.get(plural + "?page=1").at("/" + plural + "/0");
  }

  /** The first of a list without pages. */
  private JsonNode list(String plural) {
    return xero.get(plural).at("/" + plural + "/0");
  }

  private static JsonNode line(JsonNode document) {
    return document.path(document.has("JournalLines") ? "JournalLines" : "LineItems").get(0);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new java.util.ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
