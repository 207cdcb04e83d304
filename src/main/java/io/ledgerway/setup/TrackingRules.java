package io.ledgerway.setup;

import io.ledgerway.setup.ImportSettings.Tracking;
import io.ledgerway.setup.ImportSettings.Use;
import java.util.Map;

/**
 * Each active tracking category is decided, at least one is imported as cost objects, and of each
 * that is imported at least one option. What was archived since it was chosen is no problem.
 */
final class TrackingRules {

  private TrackingRules() {}

  static void check(Map<String, Tracking> chosen, Choosables records, Findings findings) {
    chosen.forEach((id, tracking) -> checkChosen(id, tracking, records, findings));
    records
        .active("tracking-category")
        .filter(category -> !chosen.containsKey(category.id()))
        .forEach(
            category ->
                findings.add(
                    "TRACKING_CATEGORY_UNDECIDED",
                    "It is not said what " + category.name() + " is imported as.",
                    "Choose COST_OBJECT, CUSTOM_FIELD or SKIP.",
                    "tracking-category:" + category.id(),
                    field(category.id())));
    if (records
        .active("tracking-category")
        .noneMatch(category -> Use.COST_OBJECT.name().equals(category.chosenAs()))) {
      findings.add(
          "NO_COST_OBJECT",
          "No tracking category is imported as cost objects.",
          "Import at least one as COST_OBJECT: approvals need cost objects.",
          null,
          "trackingCategories");
    }
  }

  private static void checkChosen(
      String id, Tracking tracking, Choosables records, Findings findings) {
    Choosable category = records.find("tracking-category", id).orElse(null);
    if (category == null) {
      findings.add(
          "TRACKING_CATEGORY_UNKNOWN",
          "There is no tracking category " + id + ".",
          "Take it out.",
          "tracking-category:" + id,
          field(id));
    } else if (category.active()) {
      checkOptions(category, tracking, records, findings);
    }
  }

  private static void checkOptions(
      Choosable category, Tracking tracking, Choosables records, Findings findings) {
    for (String id : tracking.deselected()) {
      if (records.find("tracking-option", id).isEmpty()) {
        findings.add(
            "TRACKING_OPTION_UNKNOWN",
            category.name() + " has no option " + id + ".",
            "Take it out.",
            "tracking-option:" + id,
            field(category.id()) + ".deselected");
      }
    }
    if (tracking.imported() && records.optionsOf(category.id()).noneMatch(Choosable::chosen)) {
      findings.add(
          "NO_OPTION",
          "No option of " + category.name() + " is selected.",
          "Select at least one, or skip the category.",
          "tracking-category:" + category.id(),
          field(category.id()));
    }
  }

  private static String field(String category) {
    return "trackingCategories." + category;
  }
}
