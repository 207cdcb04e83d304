package io.ledgerway.sandbox.books;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tracking category and its options, xero-api.md 4.2. */
public record TrackingCategory(
    UUID id, String name, String status, List<Option> options, long updated) implements Kept {

  /** One value of a category. */
  public record Option(UUID id, String name, String status) {

    public boolean isActive() {
      return "ACTIVE".equals(status);
    }

    Map<String, Object> show() {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("TrackingOptionID", id);
      shown.put("Name", name);
      shown.put("Status", status);
      shown.put("HasValidationErrors", false);
      shown.put("IsDeleted", status.equals("DELETED"));
      shown.put("IsArchived", status.equals("ARCHIVED"));
      shown.put("IsActive", isActive());
      return shown;
    }
  }

  public boolean isActive() {
    return "ACTIVE".equals(status);
  }

  /** Null when there is none. */
  public Option option(UUID optionId) {
    return options.stream().filter(o -> o.id().equals(optionId)).findFirst().orElse(null);
  }

  /** In any case; null when there is none. */
  public Option option(String optionName) {
    return options.stream()
        .filter(o -> o.name().equalsIgnoreCase(optionName))
        .findFirst()
        .orElse(null);
  }

  Map<String, Object> show(boolean withArchived) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("Name", name);
    shown.put("Status", status);
    shown.put("TrackingCategoryID", id);
    shown.put(
        "Options",
        options.stream().filter(o -> withArchived || o.isActive()).map(Option::show).toList());
    return shown;
  }
}
