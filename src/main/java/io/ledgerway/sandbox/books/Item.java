package io.ledgerway.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.XeroDates;
import java.util.LinkedHashMap;
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
    long updated)
    implements Kept {

  static Item blank(UUID id) {
    return new Item(id, null, null, null, null, true, true, null, null, 0);
  }

  Item with(Input in, long now) {
    JsonNode purchase = in.raw("PurchaseDetails");
    JsonNode sales = in.raw("SalesDetails");
    return new Item(
        id,
        in.text("Code", code),
        in.text("Name", name),
        in.text("Description", description),
        in.text("PurchaseDescription", purchaseDescription),
        in.bool("IsSold", sold),
        in.bool("IsPurchased", purchased),
        purchase == null ? purchaseDetails : purchase,
        sales == null ? salesDetails : sales,
        now);
  }

  /** What a line of a purchase or sale takes from the item. */
  public Input details(boolean sale) {
    JsonNode details = sale ? salesDetails : purchaseDetails;
    return details == null || !details.isObject() ? Input.of(Map.of()) : Input.of(details, "");
  }

  Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ItemID", id);
    shown.put("Code", code);
    put(shown, "Name", name);
    put(shown, "Description", description);
    put(shown, "PurchaseDescription", purchaseDescription);
    shown.put("UpdatedDateUTC", XeroDates.show(updated));
    shown.put("PurchaseDetails", purchaseDetails == null ? Map.of() : purchaseDetails);
    shown.put("SalesDetails", salesDetails == null ? Map.of() : salesDetails);
    shown.put("IsTrackedAsInventory", false);
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
