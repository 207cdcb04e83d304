package io.ledgerway.setup;

import java.util.List;
import java.util.Set;

/**
 * What is wrong with import settings, all of it at once. The rules are those of the platforms' own
 * set-up: at least one account, at least one tracking category as cost object, at least one option
 * of each imported category, at least one active user.
 */
final class Rules {

  private Rules() {}

  static List<Finding> problems(ImportSettings settings, Choosables records, PeopleCounts people) {
    Findings findings = new Findings();
    if (records.all().isEmpty()) {
      findings.add(
          "NOTHING_READ_YET",
          "Nothing has been read from Xero yet.",
          "Connect the company and wait for its first read.",
          null,
          null);
      return findings.problems();
    }
    AccountRules.check(settings.accounts(), records, findings);
    TrackingRules.check(settings.trackingCategories(), records, findings);
    checkTaxRates(settings.taxRates().selected(), "taxRates.selected", records, findings);
    checkTaxRates(settings.taxRates().deselected(), "taxRates.deselected", records, findings);
    if (people.active() == 0) {
      findings.add(
          "NO_ACTIVE_USER",
          "The platform has told of no active user.",
          "Create users on the platform, with the e-mail addresses of their Xero contacts.",
          null,
          "people");
    }
    return findings.problems();
  }

  private static void checkTaxRates(
      Set<String> taxTypes, String field, Choosables records, Findings findings) {
    for (String taxType : taxTypes) {
      if (records.find("tax-rate", taxType).isEmpty()) {
        findings.add(
            "TAX_RATE_UNKNOWN",
            "There is no tax rate " + taxType + ".",
            "Take it out.",
            "tax-rate:" + taxType,
            field);
      }
    }
  }
}
