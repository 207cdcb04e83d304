package io.ledgerway.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.sandbox.document.Stock;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.XeroDates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An item, xero-api.md 4.11. Prices, accounts and taxes are kept as they came. */
public record Item(
    UUID id,
    String code,
    String name,
    String description,
    String purchaseDescription,
    boolean sold,
    boolean purchased,
    JsonNode purchaseDetails,
    JsonNode salesDetails,
    String inventoryAccount,
    long updated)
    implements Kept {

  static Item blank(UUID id) {
    return new Item(id, null, null, null, null, true, true, null, null, null, 0);
  }

  /** What is not sold, or not bought, loses its text and details for that. */
  Item with(Input in, long now) {
    boolean nowSold = in.bool("IsSold", sold);
    boolean nowPurchased = in.bool("IsPurchased", purchased);
    JsonNode purchase = in.raw("PurchaseDetails");
    JsonNode sales = in.raw("SalesDetails");
    return new Item(
        id,
        in.text("Code", code),
        in.text("Name", name),
        nowSold ? in.text("Description", description) : null,
        nowPurchased ? in.text("PurchaseDescription", purchaseDescription) : null,
        nowSold,
        nowPurchased,
        nowPurchased ? purchase == null ? purchaseDetails : purchase : null,
        nowSold ? sales == null ? salesDetails : sales : null,
        in.text("InventoryAssetAccountCode", inventoryAccount),
        now);
  }

  static void shape(Input in) {
    Item.blank(new UUID(0, 0)).with(in, 0);
    in.uuid("ItemID");
    for (String details : List.of("PurchaseDetails", "SalesDetails")) {
      Input part = in.object(details);
      if (part != null) {
        part.number("UnitPrice");
      }
    }
  }

  /** What is on hand of it is counted. */
  public boolean isTracked() {
    return inventoryAccount != null && !inventoryAccount.isEmpty();
  }

  /** What a line of a purchase or sale takes from the item. */
  public Input details(boolean sale) {
    JsonNode details = sale ? salesDetails : purchaseDetails;
    String text = sale ? description : purchaseDescription;
    ObjectNode all =
        details != null && details.isObject()
            ? details.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    if (text != null) {
      all.put("Description", text);
    }
    if (!sale && isTracked()) {
      // Bought items are an asset until they are sold.
      all.put("AccountCode", inventoryAccount);
    }
    return Input.of(all, "");
  }

  /** As a part of a line. */
  public Map<String, Object> brief() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ItemID", id);
    put(shown, "Name", name);
    shown.put("Code", code);
    return shown;
  }

  /** As answered to a write. */
  Map<String, Object> written(Map<String, Stock.OnHand> stock) {
    Map<String, Object> shown = show(stock);
    shown.put("UpdatedDateUTC", XeroDates.showNow(updated));
    shown.put("ValidationErrors", List.of());
    return shown;
  }

  Map<String, Object> show(Map<String, Stock.OnHand> stock) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ItemID", id);
    shown.put("Code", code);
    put(shown, "Name", name);
    put(shown, "Description", description);
    put(shown, "PurchaseDescription", purchaseDescription);
    shown.put("UpdatedDateUTC", XeroDates.show(updated));
    shown.put("PurchaseDetails", purchaseDetails == null ? Map.of() : purchaseDetails);
    shown.put("SalesDetails", salesDetails == null ? Map.of() : salesDetails);
    shown.put("IsTrackedAsInventory", isTracked());
    if (isTracked() && code != null) {
      Stock.OnHand there = stock.getOrDefault(Stock.key(code), Stock.OnHand.NOTHING);
      shown.put("InventoryAssetAccountCode", inventoryAccount);
      shown.put("TotalCostPool", there.cost());
      shown.put("QuantityOnHand", there.quantity());
    }
    shown.put("IsSold", sold);
    shown.put("IsPurchased", purchased);
    return shown;
  }

  private static void put(Map<String, Object> shown, String name, Object value) {
    if (value != null) {
      shown.put(name, value);
    }
  }
}
