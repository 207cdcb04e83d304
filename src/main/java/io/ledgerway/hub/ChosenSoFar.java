package io.ledgerway.hub;

import io.ledgerway.setup.ImportChoices;
import java.util.Objects;

/** What was chosen in each step, in a few words beneath its name. */
record ChosenSoFar(long accounts, long categories, long undecided, long rates) {

  static ChosenSoFar of(ImportChoices choices) {
    return new ChosenSoFar(
        choices.accountTypes().stream()
            .flatMap(type -> type.accounts().stream())
            .filter(ImportChoices.Account::selected)
            .count(),
        choices.trackingCategories().stream()
            .filter(each -> each.use() != null && !each.use().name().equals("SKIP"))
            .count(),
        choices.trackingCategories().stream()
            .map(ImportChoices.TrackingCategory::use)
            .filter(Objects::isNull)
            .count(),
        choices.taxRates().stream().filter(ImportChoices.TaxRate::selected).count());
  }
}
