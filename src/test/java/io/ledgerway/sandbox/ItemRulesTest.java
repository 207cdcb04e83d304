package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.creditNote;
import static io.ledgerway.sandbox.Bodies.sale;
import static io.ledgerway.sandbox.Bodies.with;
import static io.ledgerway.sandbox.Bodies.withLine;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Items: xero-api.md 4.11. */
@ExtendWith(SandboxExtension.class)
class ItemRulesTest {

  private Clerk clerk;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
  }

  @Test
  void a_code_is_needed__doc() {
    assertThat(clerk.error("Items", Map.of("Name", "N"))).isNotEmpty();
  }

  @Test
  void a_post_changes_the_item_of_that_code_or_id__doc() {
    JsonNode made = clerk.good("Items", Map.of("Code", "I", "Name", "Old"));
    clerk.post("Items", Map.of("Code", "I", "Name", "New"));
    assertThat(clerk.read("Items", made).get("Name").asText()).isEqualTo("New");
    clerk.post("Items", Map.of("ItemID", Clerk.id("Items", made), "Code", "J"));
    assertThat(xero.get("Items/J").at("/Items/0/ItemID")).isEqualTo(made.get("ItemID"));
  }

  @Test
  void items_are_never_paged_and_a_deleted_one_vanishes__doc() {
    JsonNode made = clerk.good("Items", Map.of("Code", "I"));
    assertThat(xero.get("Items?page=2").at("/Items")).hasSize(1);
    assertThat(xero.get("Items?page=2").json().has("pagination")).isFalse();
    String path = "Items/" + Clerk.id("Items", made);
    assertThat(xero.call("DELETE", path, null).status()).isEqualTo(204);
    assertThat(xero.get(path).status()).isEqualTo(404);
  }

  @Test
  void an_item_is_sold_and_purchased_when_nothing_is_said__spec() {
    JsonNode made = clerk.good("Items", Map.of("Code", "I"));
    assertThat(made.get("IsSold").asBoolean()).isTrue();
    assertThat(made.get("IsPurchased").asBoolean()).isTrue();
    assertThat(made.get("IsTrackedAsInventory").asBoolean()).isFalse();
  }

  @Test
  void what_is_not_sold_loses_its_description_and_details__spec() {
    Map<String, Object> item =
        new HashMap<>(
            Map.of("Code", "I", "Description", "D", "SalesDetails", Map.of("UnitPrice", 5)));
    JsonNode made = clerk.good("Items", item);
    clerk.post("Items", Map.of("Code", "I", "IsSold", false));
    JsonNode after = clerk.read("Items", made);
    assertThat(after.has("Description")).isFalse();
    assertThat(after.get("SalesDetails")).isEmpty();
  }

  @Test
  void a_line_takes_price_account_tax_and_text_from_its_item__doc() {
    clerk.good(
        "Items",
        Map.of(
            "Code",
            "I",
            "Description",
            "Sold",
            "SalesDetails",
            Map.of("UnitPrice", "12.50", "AccountCode", "260", "TaxType", "NONE")));
    Map<String, Object> line = Map.of("ItemCode", "I", "Quantity", 2);
    JsonNode made =
        clerk
            .good(
                "Invoices", with(sale(clerk.ada(), "S", "1.00"), "LineItems", new Object[] {line}))
            .at("/LineItems/0");
    assertThat(made.get("LineAmount").decimalValue()).isEqualByComparingTo("25.00");
    assertThat(made.get("AccountCode").asText()).isEqualTo("260");
    assertThat(made.get("TaxType").asText()).isEqualTo("NONE");
    assertThat(made.get("Description").asText()).isEqualTo("Sold");
  }

  @Test
  void a_request_has_at_most_five_hundred_items__doc() {
    Object[] many = IntStream.range(0, 501).mapToObj(i -> Map.of("Code", "I" + i)).toArray();
    assertThat(xero.put("Items", all("Items", many)).status()).isEqualTo(400);
    assertThat(xero.get("Items").at("/Items")).isEmpty();
  }

  @Test
  void a_tracked_item_needs_an_inventory_account_and_one_for_its_cost__spec() {
    Map<String, Object> cost = Map.of("COGSAccountCode", "310");
    assertThat(clerk.error("Items", with(tracked(), "InventoryAssetAccountCode", "429")))
        .isNotEmpty();
    assertThat(clerk.error("Items", with(tracked(), "PurchaseDetails", null))).isNotEmpty();
    JsonNode made = clerk.good("Items", with(tracked(), "PurchaseDetails", cost));
    assertThat(made.get("IsTrackedAsInventory").asBoolean()).isTrue();
    assertThat(made.get("QuantityOnHand").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void quantity_and_cost_cannot_be_written__doc() {
    Map<String, Object> item = with(tracked(), "QuantityOnHand", 7);
    JsonNode made = clerk.good("Items", with(item, "TotalCostPool", 70));
    assertThat(made.get("QuantityOnHand").decimalValue()).isEqualByComparingTo("0");
    assertThat(made.get("TotalCostPool").decimalValue()).isEqualByComparingTo("0");
  }

  @Test
  void bills_fill_the_stock_and_sales_empty_it_at_the_average_cost__doc() {
    clerk.good("Items", tracked());
    JsonNode bought = clerk.good("Invoices", ofItem(bill(clerk.ada(), "B", "10.00"), 4));
    assertThat(bought.at("/LineItems/0/AccountCode").asText()).isEqualTo("630");
    clerk.good("Invoices", ofItem(bill(clerk.ada(), "B", "20.00"), 4));
    onHand("8", "120.00");
    clerk.good("Invoices", ofItem(sale(clerk.ada(), "S", "50.00"), 2));
    onHand("6", "90.00");
    clerk.good("CreditNotes", ofItem(creditNote(clerk.ada(), "ACCPAYCREDIT", "20.00"), 1));
    onHand("5", "75.00");
    clerk.good("Invoices", with(ofItem(bill(clerk.ada(), "B", "9.00"), 9), "Status", "DRAFT"));
    onHand("5", "75.00");
  }

  @Test
  void more_than_is_on_hand_is_not_sold__unverified() {
    clerk.good("Items", tracked());
    clerk.good("Invoices", ofItem(bill(clerk.ada(), "B", "10.00"), 4));
    Map<String, Object> sale = ofItem(sale(clerk.ada(), "S", "50.00"), 5);
    assertThat(clerk.error("Invoices", sale)).contains("only 4");
    assertThat(clerk.error("Invoices", with(sale, "Status", "DRAFT"))).isEmpty();
    assertThat(clerk.error("Invoices", ofItem(sale(clerk.ada(), "T", "50.00"), 4))).isEmpty();
  }

  private static Map<String, Object> tracked() {
    return new HashMap<>(
        Map.of(
            "Code",
            "T",
            "InventoryAssetAccountCode",
            "630",
            "PurchaseDetails",
            Map.of("COGSAccountCode", "310")));
  }

  private static Map<String, Object> ofItem(Map<String, Object> document, int quantity) {
    boolean bought = document.get("Type").toString().startsWith("ACCPAY");
    withLine(withLine(document, "ItemCode", "T"), "Quantity", quantity);
    return bought ? withLine(document, "AccountCode", null) : document;
  }

  private void onHand(String quantity, String cost) {
    JsonNode item = xero.get("Items/T").at("/Items/0");
    assertThat(item.get("QuantityOnHand").decimalValue()).isEqualByComparingTo(quantity);
    assertThat(item.get("TotalCostPool").decimalValue()).isEqualByComparingTo(cost);
  }
}
