package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.books.TrackingCategory.Option;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import io.ledgerway.sandbox.http.Refusal;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Changes to reference data as a person makes them in Xero itself. Records are named by id, or by
 * code or name.
 */
public final class PersonEdits {

  /** What a person can do to records of one kind. */
  private record Edits(
      Function<Input, Map<String, Object>> add,
      BiFunction<String, Input, Map<String, Object>> change) {}

  private final Organisation books;
  private final Map<String, Edits> kinds =
      Map.of(
          "accounts", new Edits(this::addAccount, this::changeAccount),
          "contacts", new Edits(this::addContact, this::changeContact),
          "tracking-categories", new Edits(this::addCategory, this::changeCategory),
          "tax-rates", new Edits(this::addTaxRate, this::changeTaxRate));

  public PersonEdits(Organisation books) {
    this.books = books;
  }

  /**
   * @param kind accounts, contacts, tracking-categories or tax-rates
   */
  public Map<String, Object> add(String kind, Input in) {
    return edits(kind).add().apply(in);
  }

  /**
   * @param record an id, code or name; null where the body names it
   */
  public Map<String, Object> change(String kind, String record, Input in) {
    return edits(kind).change().apply(record, in);
  }

  private Edits edits(String kind) {
    return found(kinds.get(kind), "kind of record", kind);
  }

  private Map<String, Object> addAccount(Input in) {
    return AccountChanges.create(books, in).show();
  }

  private Map<String, Object> changeAccount(String idOrCode, Input in) {
    return AccountChanges.update(books, find(books.accounts(), idOrCode, "account"), in).show();
  }

  private Map<String, Object> addContact(Input in) {
    return shown(new ContactWriter(books, true, null, true).write(in));
  }

  private Map<String, Object> changeContact(String idOrName, Input in) {
    Contact contact = find(books.contacts(), idOrName, "contact");
    if (in.has("mergedTo")) {
      Contact into = find(books.contacts(), in.text("mergedTo"), "contact");
      return ContactView.full(books, ContactMerge.merge(books, contact, into));
    }
    return shown(new ContactWriter(books, false, contact, true).write(in));
  }

  private Map<String, Object> addCategory(Input in) {
    return TrackingChanges.create(books, in).show(true);
  }

  private Map<String, Object> changeCategory(String idOrName, Input in) {
    return TrackingChanges.update(books, category(idOrName), in).show(true);
  }

  private Map<String, Object> addTaxRate(Input in) {
    return TaxRateChanges.write(books, in, true).show();
  }

  private Map<String, Object> changeTaxRate(String taxType, Input in) {
    return (taxType == null
            ? TaxRateChanges.write(books, in, false)
            : TaxRateChanges.save(books, find(books.taxRates(), taxType, "tax rate"), in))
        .show();
  }

  public Map<String, Object> addOption(String category, Input in) {
    return TrackingChanges.addOption(books, category(category), in).show();
  }

  public Map<String, Object> changeOption(String categoryName, String idOrName, Input in) {
    TrackingCategory category = category(categoryName);
    UUID id = Ids.orNull(idOrName);
    Option option =
        found(
            id == null ? category.option(idOrName) : category.option(id),
            "tracking option",
            idOrName);
    return TrackingChanges.changeOption(books, category, option, in).show();
  }

  public void subscribe(String currency) {
    CurrencyChanges.add(books, currency);
  }

  public void unsubscribe(String currency) {
    CurrencyChanges.remove(books, find(books.currencies(), currency, "currency"));
  }

  private TrackingCategory category(String idOrName) {
    return find(books.tracking(), idOrName, "tracking category");
  }

  private static <T extends Kept> T find(Shelf<T> shelf, String idOrKey, String what) {
    UUID id = Ids.orNull(idOrKey);
    return found(id == null ? shelf.find(idOrKey) : shelf.get(id), what, idOrKey);
  }

  private static <T> T found(T record, String what, String name) {
    if (record == null) {
      throw new NoSuchElementException("There is no " + what + " " + name);
    }
    return record;
  }

  private static Map<String, Object> shown(Outcome outcome) {
    if (!outcome.errors().isEmpty()) {
      throw Refusal.badRequest(String.join(" ", outcome.errors()));
    }
    return outcome.shown();
  }
}
