package io.ledgerway.sandbox.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.document.Stock;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Creates items, and changes the one that the path, the id or the code names. */
final class ItemWriter {

  private static final int LONGEST_CODE = 30;
  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_DESCRIPTION = 4000;

  private final Organisation books;
  private final boolean create;
  private final Item named;

  ItemWriter(Organisation books, boolean create, Item named) {
    this.books = books;
    this.create = create;
    this.named = named;
  }

  Outcome write(Input in) {
    synchronized (books) {
      Item before = named != null ? named : create ? null : find(in);
      UUID id = before == null ? UUID.randomUUID() : before.id();
      Item after = (before == null ? Item.blank(id) : before).with(in, books.change());
      List<String> errors = errors(after);
      checkSides(in, after, errors);
      Map<String, Object> shown = new LinkedHashMap<>(after.written(Stock.of(books)));
      if (errors.isEmpty()) {
        books.items().put(after);
      } else if (before == null) {
        shown.put("ItemID", Ids.ZERO);
      }
      return new Outcome(shown, errors, List.of());
    }
  }

  private Item find(Input in) {
    UUID id = in.uuid("ItemID");
    return id == null ? books.items().find(in.text("Code")) : books.items().get(id);
  }

  private List<String> errors(Item item) {
    List<String> errors = new ArrayList<>();
    if (item.code() == null || item.code().isBlank()) {
      errors.add("Price List Item Code must be supplied");
      return errors;
    }
    Item same = books.items().find(item.code());
    if (same != null && !same.id().equals(item.id())) {
      errors.add("Price List Item with Code '" + item.code() + "' already exists");
    }
    if (item.code().length() > LONGEST_CODE) {
      errors.add("Item Code is too long. Maximum of 30 characters allowed");
    }
    if (item.name() != null && item.name().length() > LONGEST_NAME) {
      errors.add("Item Name is too long. Maximum of 50 characters allowed");
    }
    limit("Description", item.description(), errors);
    limit("PurchaseDescription", item.purchaseDescription(), errors);
    checkAccount(item.details(false), errors);
    checkAccount(item.details(true), errors);
    if (item.isTracked()) {
      checkTracked(item, errors);
    }
    return errors;
  }

  /** Details of the side that is switched off are refused (xero-api.md 7.2, 7). */
  private void checkSides(Input in, Item item, List<String> errors) {
    if (!item.purchased() && (given(in, "PurchaseDetails") || given(in, "PurchaseDescription"))) {
      errors.add(
          "IsPurchased cannot be set to false when PurchaseDetails or PurchaseDescription values"
              + " are provided.");
    }
    if (!item.sold()
        && !books.is(Doubt.SALES_DETAILS_ARE_DROPPED)
        && (given(in, "SalesDetails") || given(in, "Description"))) {
      errors.add(
          "IsSold cannot be set to false when SalesDetails or Description values are provided.");
    }
  }

  private static boolean given(Input in, String name) {
    JsonNode value = in.raw(name);
    return value != null && (value.isObject() ? !value.isEmpty() : !value.asText().isEmpty());
  }

  private static void limit(String name, String text, List<String> errors) {
    if (text != null && text.length() > LONGEST_DESCRIPTION) {
      errors.add(name + " is too long. Maximum of 4000 characters allowed");
    }
  }

  /** A tracked item has an inventory account, and one for what its sales cost. */
  private void checkTracked(Item item, List<String> errors) {
    Account asset = books.accounts().find(item.inventoryAccount());
    if (asset == null || !asset.isInventory()) {
      errors.add("InventoryAssetAccountCode must be an account of type INVENTORY");
    }
    String cost = item.details(false).text("COGSAccountCode");
    Account account = books.accounts().find(cost);
    if (account == null || !account.accountClass().equals("EXPENSE")) {
      errors.add("COGSAccountCode must be an expense account");
    }
  }

  private void checkAccount(Input details, List<String> errors) {
    String code = details.text("AccountCode");
    if (code != null && !code.isEmpty() && books.accounts().find(code) == null) {
      errors.add("Account code '" + code + "' is not a valid code for this document.");
    }
  }
}
