package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.books.TrackingCategory.Option;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import io.ledgerway.sandbox.http.Refusal;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;

/**
 * Changes to reference data as a person makes them in Xero itself. Records are named by id, or by
 * code or name.
 */
public final class PersonEdits {

  private final Organisation books;

  public PersonEdits(Organisation books) {
    this.books = books;
  }

  public Map<String, Object> addAccount(Input in) {
    return AccountChanges.create(books, in).show();
  }

  public Map<String, Object> changeAccount(String idOrCode, Input in) {
    return AccountChanges.update(books, find(books.accounts(), idOrCode, "account"), in).show();
  }

  public Map<String, Object> addContact(Input in) {
    return shown(new ContactWriter(books, true, null).write(in));
  }

  public Map<String, Object> changeContact(String idOrName, Input in) {
    Contact contact = find(books.contacts(), idOrName, "contact");
    return shown(new ContactWriter(books, false, contact).write(in));
  }

  public Map<String, Object> addCategory(Input in) {
    return TrackingChanges.create(books, in).show(true);
  }

  public Map<String, Object> changeCategory(String idOrName, Input in) {
    TrackingCategory category = find(books.tracking(), idOrName, "tracking category");
    return TrackingChanges.update(books, category, in).show(true);
  }

  public Map<String, Object> addOption(String category, Input in) {
    return TrackingChanges.addOption(
            books, find(books.tracking(), category, "tracking category"), in)
        .show();
  }

  public Map<String, Object> changeOption(String categoryName, String idOrName, Input in) {
    TrackingCategory category = find(books.tracking(), categoryName, "tracking category");
    UUID id = Ids.orNull(idOrName);
    Option option = id == null ? category.option(idOrName) : category.option(id);
    if (option == null) {
      throw new NoSuchElementException("There is no tracking option " + idOrName);
    }
    return TrackingChanges.changeOption(books, category, option, in).show();
  }

  public Map<String, Object> writeTaxRate(Input in, boolean create) {
    return TaxRateChanges.write(books, in, create).show();
  }

  public void subscribe(String currency) {
    CurrencyChanges.add(books, currency);
  }

  private static <T extends Kept> T find(Shelf<T> shelf, String idOrKey, String what) {
    UUID id = Ids.orNull(idOrKey);
    Function<String, T> by = id == null ? shelf::find : key -> shelf.get(id);
    T found = by.apply(idOrKey);
    if (found == null) {
      throw new NoSuchElementException("There is no " + what + " " + idOrKey);
    }
    return found;
  }

  private static Map<String, Object> shown(Outcome outcome) {
    if (!outcome.errors().isEmpty()) {
      throw Refusal.badRequest(String.join(" ", outcome.errors()));
    }
    return outcome.shown();
  }
}
