package io.ledgerway.document;

import static io.ledgerway.document.XeroFields.objects;
import static io.ledgerway.document.XeroFields.text;

import io.ledgerway.cause.TrackingCauses;
import io.ledgerway.document.ComparedLine.Value;
import io.ledgerway.reference.Books;
import io.ledgerway.reference.TrackingOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which tracking options a line has, by their ids. In a page, which is what a look-up reads, Xero
 * gives the names of options and no ids (xero-api.md 7.3): there an option is known by its category
 * and name, as it was meant. Used by one thread.
 */
class TrackingRead {

  private final Books books;
  private final Map<String, TrackingOption> meantByName = new HashMap<>();

  TrackingRead(List<Map<String, Object>> meant, Books books) {
    this.books = books;
    for (Map<String, Object> line : meant) {
      for (Map<String, Object> tracking : objects(line, "Tracking")) {
        books.trackingOption(text(tracking, "TrackingOptionID")).ifPresent(this::known);
      }
    }
  }

  private void known(TrackingOption option) {
    meantByName.put(key(option.categoryId(), option.name()), option);
    meantByName.put(key(option.categoryName(), option.name()), option);
  }

  Value of(Map<String, Object> line) {
    List<Value> options = objects(line, "Tracking").stream().map(this::option).toList();
    return new Value(
        options.stream().map(Value::key).collect(Collectors.toSet()),
        options.isEmpty()
            ? "nothing"
            : options.stream().map(Value::told).sorted().collect(Collectors.joining(", ")));
  }

  private Value option(Map<String, Object> tracking) {
    String id = text(tracking, "TrackingOptionID");
    String category = text(tracking, "TrackingCategoryID");
    String name = text(tracking, "Name");
    String option = text(tracking, "Option");
    String told = name == null && option == null ? id : name + ": " + option;
    if (id != null) {
      return new Value(id, books.trackingOption(id).map(TrackingCauses::named).orElse(told));
    }
    TrackingOption meant = meantByName.get(key(category == null ? name : category, option));
    return meant == null
        ? new Value(told, told)
        : new Value(meant.id(), TrackingCauses.named(meant));
  }

  private static String key(String category, String option) {
    return (category + "/" + option).toLowerCase(Locale.ROOT);
  }
}
