package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Manual journals and purchase orders: xero-api.md 4.7, 4.8 and 6.3. */
@ExtendWith(SandboxExtension.class)
class JournalAndOrderRulesTest {

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void a_draft_loses_lines_with_unusable_accounts_and_says_so_in_a_warning__observed() {
    Reply reply = journal("DRAFT", "429", "10.00", "090", "-10.00");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/ManualJournals/0/JournalLines")).hasSize(1);
    assertThat(reply.at("/ManualJournals/0/Warnings/0/Message").asText())
        .isEqualTo(
            "Account code '090' has been removed as it does not match a recognised account.");
  }

  @Test
  void a_posted_journal_that_lost_a_line_does_not_balance__observed() {
    Reply reply = journal("POSTED", "429", "10.00", "610", "-10.00");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/Elements/0/ValidationErrors/0/Message").asText())
        .isEqualTo("The total debits (10.00) must equal total credits (0.00)");
    assertThat(reply.at("/Elements/0/Warnings/0/Message").asText())
        .startsWith("Account code '610'");
  }

  @Test
  void a_journal_is_a_draft_without_tax_when_nothing_is_said__spec() {
    JsonNode made =
        xero.put(
                "ManualJournals",
                all(
                    "ManualJournals",
                    Map.of(
                        "Narration", "N",
                        "CurrencyCode", "USD",
                        "JournalLines", List.of(line("429", "10.00"), line("835", "-10.00")))))
            .at("/ManualJournals/0");
    assertThat(made.get("Status").asText()).isEqualTo("DRAFT");
    assertThat(made.get("LineAmountTypes").asText()).isEqualTo("NoTax");
    assertThat(made.at("/JournalLines/0/TaxAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(made.has("CurrencyCode")).isFalse();
  }

  @Test
  void a_journal_is_found_by_its_narration__doc() {
    journal("POSTED", "429", "1.00", "835", "-1.00");
    assertThat(
            xero.get("ManualJournals?page=1&" + XeroCalls.where("Narration==\"N\""))
                .at("/ManualJournals"))
        .hasSize(1);
    assertThat(xero.get("ManualJournals").at("/ManualJournals/0").has("JournalLines")).isFalse();
  }

  @Test
  void orders_are_always_paged_and_know_no_where__doc() {
    order("PO-9");
    assertThat(xero.get("PurchaseOrders").at("/pagination/itemCount").asInt()).isEqualTo(1);
    assertThat(xero.get("PurchaseOrders?" + XeroCalls.where("Status==\"DRAFT\"")).status())
        .isEqualTo(400);
    assertThat(xero.get("PurchaseOrders?Status=BILLED").at("/PurchaseOrders")).isEmpty();
  }

  @Test
  void a_draft_order_marked_as_sent_gets_a_warning__spec() {
    Map<String, Object> order = orderBody("PO-9");
    order.put("SentToContact", true);
    JsonNode made =
        xero.put("PurchaseOrders?summarizeErrors=false", all("PurchaseOrders", order))
            .at("/PurchaseOrders/0");
    assertThat(made.get("StatusAttributeString").asText()).isEqualTo("WARNING");
    assertThat(made.at("/Warnings/0/Message").asText())
        .isEqualTo("Only AUTHORISED and BILLED purchase orders may have SentToContact updated.");
  }

  @Test
  void an_order_never_creates_a_contact__doc() {
    Map<String, Object> order = orderBody("PO-9");
    order.put("Contact", Map.of("Name", "Nobody Yet"));
    assertThat(xero.put("PurchaseOrders", all("PurchaseOrders", order)).status()).isEqualTo(400);
    assertThat(xero.get("Contacts?searchTerm=nobody").at("/Contacts")).isEmpty();
  }

  @ParameterizedTest(name = "a journal without {0} is refused __doc")
  @ValueSource(strings = {"Narration", "JournalLines"})
  void required(String property) {
    assertThat(put("ManualJournals", with(balanced(), property, null)).status()).isEqualTo(400);
  }

  @ParameterizedTest(name = "a journal line without {0} is refused __doc")
  @ValueSource(strings = {"LineAmount", "AccountCode"})
  void required_on_lines(String property) {
    assertThat(put("ManualJournals", withLine(balanced(), property, null)).status()).isEqualTo(400);
  }

  @Test
  void one_line_is_not_enough_even_of_nothing__unverified() {
    assertThat(put("ManualJournals", Bodies.journal("N", "429", "0.00")).status()).isEqualTo(400);
  }

  @Test
  void a_line_may_name_its_account_by_id_and_is_answered_with_both__doc() {
    String id =
        xero.get("Accounts?" + XeroCalls.where("Code==\"429\""))
            .at("/Accounts/0/AccountID")
            .asText();
    Map<String, Object> journal = withLine(balanced(), "AccountCode", null);
    JsonNode line =
        put("ManualJournals", withLine(journal, "AccountID", id))
            .at("/ManualJournals/0/JournalLines/0");
    assertThat(line.get("AccountCode").asText()).isEqualTo("429");
    assertThat(line.get("AccountID").asText()).isEqualTo(id);
  }

  @ParameterizedTest(name = "a line on {0} ({1}) of a {2} journal is {3} __{4}")
  @CsvSource({
    "090,bank account,DRAFT,removed,observed",
    "610,DEBTORS,DRAFT,removed,observed",
    "800,CREDITORS,DRAFT,removed,observed",
    "999,unknown,DRAFT,removed,observed",
    "960,RETAINEDEARNINGS,DRAFT,kept,observed",
    "090,bank account,POSTED,refused,observed",
    "610,DEBTORS,POSTED,refused,observed",
    "800,CREDITORS,POSTED,refused,observed",
    "999,unknown,POSTED,refused,observed",
    "630,INVENTORY,DRAFT,refused,doc",
    "630,INVENTORY,POSTED,refused,doc",
    "457,archived,POSTED,refused,exact",
    "497,BANKCURRENCYGAIN,POSTED,refused,observed",
    "498,UNREALISEDCURRENCYGAIN,POSTED,refused,observed",
    "499,REALISEDCURRENCYGAIN,POSTED,refused,observed",
    "835,liability,POSTED,kept,doc"
  })
  void unusable(String code, String what, String status, String outcome, String tag) {
    Map<String, Object> journal = Bodies.journal("N", "429", "1.00", code, "-1.00");
    Reply reply = put("ManualJournals", with(journal, "Status", status));
    assertThat(reply.status()).isEqualTo(outcome.equals("refused") ? 400 : 200);
    if (!outcome.equals("refused")) {
      JsonNode made = reply.at("/ManualJournals/0");
      assertThat(made.get("JournalLines")).hasSize(outcome.equals("kept") ? 2 : 1);
      assertThat(made.has("Warnings")).isEqualTo(outcome.equals("removed"));
    }
  }

  @Test
  void an_error_and_a_removed_line_come_together__exact() {
    Map<String, Object> journal = Bodies.journal("N", "429", "1.00", "600", "-1.00", "835", "0.00");
    Reply reply = put("ManualJournals", withLine(journal, "TaxType", "X"));
    assertThat(reply.at("/Elements/0/ValidationErrors/0/Message").asText()).contains("TaxType");
    assertThat(reply.at("/Elements/0/Warnings/0/Message").asText())
        .startsWith("Account code '600' has been removed");
  }

  @ParameterizedTest(name = "{0}: {1} and -100 balance: {2} __spec")
  @CsvSource({"Exclusive,86.96,true", "Inclusive,100,true", "NoTax,100,true", "NoTax,99.99,false"})
  void balance(String types, String debit, boolean balances) {
    Map<String, Object> journal =
        with(Bodies.journal("N", "429", debit, "900", "-100"), "LineAmountTypes", types);
    assertThat(put("ManualJournals", journal).status()).isEqualTo(balances ? 200 : 400);
  }

  @Test
  void a_draft_sent_out_of_balance_is_refused__unverified() {
    Map<String, Object> journal = Bodies.journal("N", "429", "2.00", "835", "-1.00");
    assertThat(put("ManualJournals", with(journal, "Status", "DRAFT")).status()).isEqualTo(400);
  }

  @Test
  void a_posted_journal_is_edited_in_place__observed() {
    String id = put("ManualJournals", balanced()).at("/ManualJournals/0/ManualJournalID").asText();
    Map<String, Object> lines = Bodies.journal("New", "420", "5.00", "835", "-5.00");
    xero.post("ManualJournals/" + id, all("ManualJournals", lines));
    JsonNode after = xero.get("ManualJournals/" + id).at("/ManualJournals/0");
    assertThat(after.get("Narration").asText()).isEqualTo("New");
    assertThat(after.get("Status").asText()).isEqualTo("POSTED");
    assertThat(after.at("/JournalLines/0/LineAmount").decimalValue()).isEqualByComparingTo("5");
  }

  @Test
  void a_journal_line_has_at_most_two_tracking_elements__doc() {
    Map<String, String> north = Map.of("Name", "Region", "Option", "North");
    Map<String, String> website = Map.of("Name", "Project", "Option", "Website");
    Map<String, Object> journal = balanced();
    assertThat(
            put("ManualJournals", withLine(journal, "Tracking", List.of(north, website)))
                .at("/ManualJournals/0/JournalLines/0/Tracking"))
        .hasSize(2);
    assertThat(
            put("ManualJournals", withLine(journal, "Tracking", List.of(north, website, north)))
                .status())
        .isEqualTo(400);
  }

  @Test
  void a_wrong_literal_of_line_amounts_is_refused_with_its_path__observed() {
    Reply reply = put("ManualJournals", with(balanced(), "LineAmountTypes", "NO_TAX"));
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(14);
    assertThat(reply.at("/Message").asText())
        .contains("\"NO_TAX\"")
        .contains("LineAmountType'")
        .contains("Path 'ManualJournals[0].LineAmountTypes'");
  }

  @Test
  void an_order_takes_the_number_of_a_contact_and_no_bare_name__doc() {
    xero.put("Contacts", Map.of("Name", "New", "ContactNumber", "C1"));
    Map<String, Object> order = orderBody("PO-1");
    assertThat(
            put("PurchaseOrders", with(order, "Contact", Map.of("ContactNumber", "C1"))).status())
        .isEqualTo(200);
    assertThat(
            put("PurchaseOrders", with(orderBody("PO-2"), "Contact", Map.of("Name", "New")))
                .status())
        .isEqualTo(400);
  }

  @Test
  void an_order_needs_lines_and_a_unit_amount_with_each_quantity__doc() {
    assertThat(put("PurchaseOrders", with(orderBody("P"), "LineItems", null)).status())
        .isEqualTo(400);
    assertThat(put("PurchaseOrders", withLine(orderBody("P"), "UnitAmount", null)).status())
        .isEqualTo(400);
  }

  @Test
  void an_order_keeps_four_decimals_without_being_asked__doc() {
    JsonNode line =
        put("PurchaseOrders", withLine(orderBody("P"), "UnitAmount", "1.23456"))
            .at("/PurchaseOrders/0/LineItems/0");
    assertThat(line.get("UnitAmount").decimalValue()).isEqualByComparingTo("1.2346");
  }

  @Test
  void an_order_may_have_a_discount_rate_and_no_discount_amount__doc() {
    JsonNode made =
        put("PurchaseOrders", withLine(orderBody("P"), "DiscountRate", "10"))
            .at("/PurchaseOrders/0");
    assertThat(made.get("SubTotal").decimalValue()).isEqualByComparingTo("9.00");
    assertThat(made.get("IsDiscounted").asBoolean()).isTrue();
    assertThat(put("PurchaseOrders", withLine(orderBody("Q"), "DiscountAmount", "1")).status())
        .isEqualTo(400);
  }

  @ParameterizedTest(name = "an order keeps {0} __spec")
  @CsvSource({
    "Reference,R",
    "DeliveryAddress,Street 1",
    "AttentionTo,A",
    "Telephone,123",
    "DeliveryInstructions,Ring",
    "CurrencyCode,USD"
  })
  void order_fields(String property, String value) {
    assertThat(
            put("PurchaseOrders", with(orderBody("P"), property, value))
                .at("/PurchaseOrders/0/" + property)
                .asText())
        .isEqualTo(value);
  }

  @Test
  void an_order_has_dates_of_its_own__spec() {
    Map<String, Object> order = with(orderBody("P"), "DeliveryDate", "2026-03-10");
    JsonNode made =
        put("PurchaseOrders", with(order, "ExpectedArrivalDate", "2026-03-11"))
            .at("/PurchaseOrders/0");
    assertThat(made.get("DeliveryDateString").asText()).isEqualTo("2026-03-10T00:00:00");
    assertThat(made.get("ExpectedArrivalDate").asText()).isEqualTo("/Date(1773187200000+0000)/");
  }

  @Test
  void an_approved_order_may_be_marked_as_sent__spec() {
    Map<String, Object> order = with(orderBody("P"), "Status", "AUTHORISED");
    JsonNode made =
        put("PurchaseOrders", with(order, "SentToContact", true)).at("/PurchaseOrders/0");
    assertThat(made.get("SentToContact").asBoolean()).isTrue();
    assertThat(made.has("Warnings")).isFalse();
  }

  @Test
  void a_post_with_a_known_order_number_edits_it__spec() {
    order("PO-9");
    Map<String, Object> again = with(orderBody("PO-9"), "Reference", "changed");
    xero.post("PurchaseOrders", all("PurchaseOrders", again));
    JsonNode found = xero.get("PurchaseOrders").at("/PurchaseOrders");
    assertThat(found).hasSize(1);
    assertThat(found.at("/0/Reference").asText()).isEqualTo("changed");
  }

  private Reply put(String plural, Map<String, Object> body) {
    return xero.put(plural, all(plural, body));
  }

  private static Map<String, Object> balanced() {
    return Bodies.journal("N", "429", "1.00", "835", "-1.00");
  }

  private Reply order(String number) {
    return xero.put(
        "PurchaseOrders?summarizeErrors=false", all("PurchaseOrders", orderBody(number)));
  }

  private Map<String, Object> orderBody(String number) {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("PurchaseOrderNumber", number);
    order.put("Contact", Map.of("ContactID", ada));
    order.put("Date", "2026-03-04");
    order.put("LineItems", Bodies.lines("429", "10.00"));
    return order;
  }

  private Reply journal(String status, String one, String debit, String other, String credit) {
    return xero.put(
        "ManualJournals",
        all(
            "ManualJournals",
            Map.of(
                "Narration",
                "N",
                "Date",
                "2026-03-04",
                "Status",
                status,
                "JournalLines",
                List.of(line(one, debit), line(other, credit)))));
  }

  private static Map<String, Object> line(String account, String amount) {
    return Map.of("AccountCode", account, "LineAmount", amount);
  }
}
