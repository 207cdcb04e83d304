package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.books.TrackingCategory.Option;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes to tracking categories and options: at most two active ones, four in all. */
public final class TrackingChanges {

  private static final List<String> STATUSES = List.of("ACTIVE", "ARCHIVED");
  private static final int MOST_ACTIVE = 2;
  private static final int MOST = 4;
  private static final int LONGEST_NAME = 100;

  private TrackingChanges() {}

  public static TrackingCategory create(Organisation books, Input in) {
    synchronized (books) {
      String name = checkedName(in, null);
      checkFree(in, books.tracking().find(name), null);
      if (active(books) >= MOST_ACTIVE || books.tracking().size() >= MOST) {
        throw refused(in, "You already have the maximum number of tracking categories");
      }
      TrackingCategory made =
          new TrackingCategory(
              books.idOf("tracking-category", name), name, "ACTIVE", List.of(), books.change());
      books.tracking().put(made);
      List<Input> options = in.list("Options");
      if (options != null) {
        options.forEach(option -> addOption(books, books.tracking().get(made.id()), option));
      }
      return books.tracking().get(made.id());
    }
  }

  public static TrackingCategory update(Organisation books, TrackingCategory before, Input in) {
    synchronized (books) {
      String status = in.choice("Status", STATUSES, "TrackingCategoryStatus", before.status());
      if (!before.isActive() && status.equals("ACTIVE") && active(books) >= MOST_ACTIVE) {
        throw refused(in, "You already have the maximum number of tracking categories");
      }
      String name = checkedName(in, before.name());
      checkFree(in, books.tracking().find(name), before.id());
      return put(books, before, name, status, before.options());
    }
  }

  static TrackingCategory delete(Organisation books, TrackingCategory category) {
    synchronized (books) {
      if (category.options().stream().anyMatch(o -> Usage.ofOption(books, o.id()))) {
        throw refused(Input.of(Map.of("Name", category.name())), "Tracking category is in use");
      }
      books.tracking().remove(category.id());
      return new TrackingCategory(
          category.id(), category.name(), "DELETED", category.options(), books.change());
    }
  }

  public static Option addOption(Organisation books, TrackingCategory category, Input in) {
    synchronized (books) {
      String name = checkedName(in, null);
      checkFree(in, category.option(name), null);
      UUID id = books.idOf("tracking-option", category.name() + "/" + name);
      Option made =
          new Option(category.option(id) == null ? id : UUID.randomUUID(), name, "ACTIVE");
      List<Option> options = new ArrayList<>(category.options());
      options.add(made);
      put(books, category, category.name(), category.status(), options);
      return made;
    }
  }

  public static Option changeOption(
      Organisation books, TrackingCategory category, Option before, Input in) {
    synchronized (books) {
      String name = checkedName(in, before.name());
      checkFree(in, category.option(name), before.id());
      Option after =
          new Option(
              before.id(),
              name,
              in.choice("Status", STATUSES, "TrackingOptionStatus", before.status()));
      replace(books, category, before, after);
      return after;
    }
  }

  static Option deleteOption(Organisation books, TrackingCategory category, Option option) {
    synchronized (books) {
      if (Usage.ofOption(books, option.id())) {
        throw refused(Input.of(Map.of("Name", option.name())), "Tracking option is in use");
      }
      replace(books, category, option, null);
      return new Option(option.id(), option.name(), "DELETED");
    }
  }

  private static void replace(
      Organisation books, TrackingCategory category, Option before, Option after) {
    List<Option> options = new ArrayList<>();
    for (Option option : category.options()) {
      Option kept = option.id().equals(before.id()) ? after : option;
      if (kept != null) {
        options.add(kept);
      }
    }
    put(books, category, category.name(), category.status(), options);
  }

  private static TrackingCategory put(
      Organisation books, TrackingCategory of, String name, String status, List<Option> options) {
    TrackingCategory made =
        new TrackingCategory(of.id(), name, status, List.copyOf(options), books.change());
    books.tracking().put(made);
    return made;
  }

  private static long active(Organisation books) {
    return books.tracking().all().stream().filter(TrackingCategory::isActive).count();
  }

  private static void checkFree(Input in, TrackingCategory same, UUID own) {
    if (same != null && !same.id().equals(own)) {
      throw refused(in, "A tracking category with this name already exists");
    }
  }

  private static void checkFree(Input in, Option same, UUID own) {
    if (same != null && !same.id().equals(own)) {
      throw refused(in, "A tracking option with this name already exists");
    }
  }

  private static String checkedName(Input in, String fallback) {
    String name = in.text("Name", fallback);
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw refused(in, "Name must be specified, with at most 100 characters");
    }
    return name;
  }

  private static Refusal refused(Input in, String message) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Name", in.text("Name"));
    shown.put("ValidationErrors", List.of(Map.of("Message", message)));
    return Refusal.validation(List.of(shown));
  }
}
