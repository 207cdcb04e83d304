package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Manual journals and purchase orders: xero-api.md 4.7, 4.8 and 6.3. */
@ExtendWith(SandboxExtension.class)
class JournalAndOrderRulesTest {

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
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
  void debits_must_equal_credits__spec() {
    assertThat(
            journal("POSTED", "429", "100.00", "835", "-10.00")
                .at("/Elements/0/ValidationErrors/0/Message")
                .asText())
        .isEqualTo("The total debits (100.00) must equal total credits (-10.00)");
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
  void a_posted_journal_is_voided_and_a_draft_deleted__doc() {
    String id =
        journal("POSTED", "429", "1.00", "835", "-1.00")
            .at("/ManualJournals/0/ManualJournalID")
            .asText();
    assertThat(status(id, "DELETED").status()).isEqualTo(400);
    assertThat(status(id, "VOIDED").at("/ManualJournals/0/Status").asText()).isEqualTo("VOIDED");
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
  void order_numbers_are_unique__spec() {
    order("PO-9");
    assertThat(order("PO-9").at("/PurchaseOrders/0/ValidationErrors/0/Message").asText())
        .isEqualTo("Order number must be unique");
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

  private Reply status(String id, String status) {
    return xero.post(
        "ManualJournals/" + id,
        all("ManualJournals", Map.of("ManualJournalID", id, "Status", status)));
  }

  private static Map<String, Object> line(String account, String amount) {
    return Map.of("AccountCode", account, "LineAmount", amount);
  }
}
