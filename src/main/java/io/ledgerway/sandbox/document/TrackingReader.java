package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.TrackingCategory;
import io.ledgerway.sandbox.books.TrackingCategory.Option;
import io.ledgerway.sandbox.http.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds the options that a line names, by ids or by names, xero-api.md 4.2. */
final class TrackingReader {

  static final String UNKNOWN =
      "Unknown tracking details. A Tracking Category did not match a known active Tracking"
          + " Category.";
  private static final int MOST = 2;

  private final Organisation books;
  private final Findings findings;

  TrackingReader(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  List<UUID> read(Line line, List<Input> inputs) {
    List<UUID> found = new ArrayList<>(inputs.size());
    List<UUID> categories = new ArrayList<>(inputs.size());
    for (Input in : inputs) {
      TrackingCategory category = category(in);
      Option option = category == null ? null : option(category, in);
      if (option == null || !option.isActive() || categories.contains(category.id())) {
        findings.error(line, UNKNOWN);
      } else {
        line.trackedByName |= in.uuid("TrackingOptionID") == null;
        categories.add(category.id());
        found.add(option.id());
      }
    }
    if (inputs.size() > MOST) {
      findings.error(line, "A line item can have at most two tracking categories.");
    }
    return found.isEmpty() ? List.of() : List.copyOf(found);
  }

  private TrackingCategory category(Input in) {
    UUID id = in.uuid("TrackingCategoryID");
    TrackingCategory category =
        id != null ? books.tracking().get(id) : books.tracking().find(in.text("Name"));
    return category == null || !category.isActive() ? null : category;
  }

  private Option option(TrackingCategory category, Input in) {
    UUID id = in.uuid("TrackingOptionID");
    String name = in.text("Option");
    return id != null ? category.option(id) : name == null ? null : category.option(name);
  }
}
