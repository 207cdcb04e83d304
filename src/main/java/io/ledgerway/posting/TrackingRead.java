package io.ledgerway.posting;

import static io.ledgerway.posting.XeroFields.objects;
import static io.ledgerway.posting.XeroFields.text;

import io.ledgerway.reference.Books;
import io.ledgerway.reference.TrackingOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which tracking options a line has, by their ids. In a page, which is what a look-up reads, Xero
 * gives the names of options and no ids (xero-api.md 7.3): there an option is known by its category
 * and name, as it was meant. Used by one thread.
 */
class TrackingRead {

  private final Map<String, String> meantByName = new HashMap<>();

  TrackingRead(Map<String, Object> meant, Books books) {
    for (Map<String, Object> line : objects(meant, "LineItems")) {
      for (Map<String, Object> tracking : objects(line, "Tracking")) {
        books.trackingOption(text(tracking, "TrackingOptionID")).ifPresent(this::known);
      }
    }
  }

  private void known(TrackingOption option) {
    meantByName.put(key(option.categoryId(), option.name()), option.id());
    meantByName.put(key(option.categoryName(), option.name()), option.id());
  }

  TreeSet<String> of(Map<String, Object> line) {
    TreeSet<String> options = new TreeSet<>();
    objects(line, "Tracking").forEach(tracking -> options.add(option(tracking)));
    return options;
  }

  private String option(Map<String, Object> tracking) {
    String id = text(tracking, "TrackingOptionID");
    if (id != null) {
      return id;
    }
    String category = text(tracking, "TrackingCategoryID");
    String name = text(tracking, "Name");
    String option = text(tracking, "Option");
    return meantByName.getOrDefault(
        key(category == null ? name : category, option), name + ": " + option);
  }

  private static String key(String category, String option) {
    return (category + "/" + option).toLowerCase(Locale.ROOT);
  }
}
