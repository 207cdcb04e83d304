package io.ledgerway.sandbox.books;

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
      Map<String, Object> shown = new LinkedHashMap<>(after.show());
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
    checkAccount(item.details(false), errors);
    checkAccount(item.details(true), errors);
    return errors;
  }

  private void checkAccount(Input details, List<String> errors) {
    String code = details.text("AccountCode");
    if (code != null && !code.isEmpty() && books.accounts().find(code) == null) {
      errors.add("Account code '" + code + "' is not a valid code for this document.");
    }
  }
}
