package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes to the chart of accounts, xero-api.md 4.1. */
public final class AccountChanges {

  private static final int LONGEST_CODE = 10;
  private static final int LONGEST_NAME = 150;
  private static final int LONGEST_DESCRIPTION = 4000;

  private AccountChanges() {}

  /**
   * @throws Refusal 400 with Xero's messages
   */
  public static Account create(Organisation books, Input in) {
    synchronized (books) {
      String key = in.text("Code", in.text("Name", ""));
      UUID derived = books.idOf("account", key);
      UUID id = books.accounts().get(derived) == null ? derived : UUID.randomUUID();
      Account account = Account.blank(id).with(in, books.change());
      if (!account.isActive()) {
        throw refused(withId(account), List.of("New accounts are active"));
      }
      account = account.taxType() == null ? defaulted(books, account) : account;
      return keep(books, null, account);
    }
  }

  public static Account update(Organisation books, Account before, Input in) {
    synchronized (books) {
      Account after = before.with(in, books.change());
      boolean archives = !before.status().equals(after.status());
      if (archives && Account.WRITABLE.stream().anyMatch(in::has)) {
        throw refused(
            after, List.of("Account status can not be changed together with other fields"));
      }
      if (archives && (before.isSystem() || after.status().equals("DELETED"))) {
        throw refused(
            after,
            List.of(
                before.isSystem()
                    ? "System accounts cannot be archived"
                    : "Accounts are deleted by DELETE, not by their status"));
      }
      return keep(books, before, after);
    }
  }

  static Account delete(Organisation books, Account account) {
    synchronized (books) {
      if (account.isSystem() || Usage.ofAccount(books, account.id())) {
        throw refused(account, List.of("Account could not be deleted"));
      }
      books.accounts().remove(account.id());
      return account.with(Input.of(Map.of("Status", "DELETED")), books.change());
    }
  }

  private static Account defaulted(Organisation books, Account account) {
    return account.with(Input.of(Map.of("TaxType", books.noTax())), account.updated());
  }

  private static Account keep(Organisation books, Account before, Account after) {
    List<String> errors = new ArrayList<>();
    if (after.name() == null || after.name().isBlank() || taken(books, after)) {
      errors.add("Please enter a unique Name.");
    } else if (after.name().length() > LONGEST_NAME) {
      errors.add("Account Name is too long. Maximum of 150 characters allowed");
    }
    if (after.type() == null) {
      errors.add("Account type must be specified");
    } else {
      checkCode(books, after, errors);
      if (before == null && after.isBank() && blank(after.bankAccountNumber())) {
        errors.add("Bank account number must be specified");
      }
      if (before == null && after.isBank() && "PAYPAL".equals(after.bankAccountType())) {
        errors.add("PayPal accounts cannot be created");
      }
    }
    if (after.description() != null && after.description().length() > LONGEST_DESCRIPTION) {
      errors.add("Account Description is too long. Maximum of 4000 characters allowed");
    }
    if (books.taxRates().find(after.taxType()) == null) {
      errors.add(
          "The TaxType code %s does not exist or cannot be used for this type of transaction."
              .formatted(after.taxType()));
    }
    if (after.currency() != null && !books.hasCurrency(after.currency())) {
      errors.add(
          "The current organisation is not subscribed to currency '%s'."
              .formatted(after.currency()));
    }
    if (!errors.isEmpty()) {
      throw refused(before == null ? withId(after) : after, errors);
    }
    Account kept =
        after.isBank() && after.currency() == null
            ? after.with(Input.of(Map.of("CurrencyCode", books.baseCurrency())), after.updated())
            : after;
    books.accounts().put(kept);
    return kept;
  }

  private static void checkCode(Organisation books, Account after, List<String> errors) {
    if (blank(after.code())) {
      if (!after.isBank()) {
        errors.add("Please enter a unique Code.");
      }
      return;
    }
    if (after.code().length() > LONGEST_CODE) {
      errors.add("Account Code is too long. Maximum of 10 characters allowed");
    }
    Account same = books.accounts().find(after.code());
    if (same != null && !same.id().equals(after.id())) {
      errors.add("Please enter a unique Code.");
    }
  }

  private static boolean taken(Organisation books, Account account) {
    return books.accounts().all().stream()
        .anyMatch(
            other ->
                other.name().equalsIgnoreCase(account.name()) && !other.id().equals(account.id()));
  }

  private static Account withId(Account account) {
    return Account.blank(Ids.ZERO)
        .with(Input.of(account.type() == null ? Map.of() : account.show()), 0);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static Refusal refused(Account account, List<String> errors) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("AccountID", account.id());
    shown.put("Code", account.code());
    shown.put("Name", account.name());
    shown.put("ValidationErrors", errors.stream().map(text -> Map.of("Message", text)).toList());
    return Refusal.validation(List.of(shown));
  }
}
