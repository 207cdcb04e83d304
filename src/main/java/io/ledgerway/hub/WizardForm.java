package io.ledgerway.hub;

import io.ledgerway.setup.ImportChoices;
import io.ledgerway.setup.ImportSettings;
import io.ledgerway.setup.ImportSettings.Accounts;
import io.ledgerway.setup.ImportSettings.TaxRates;
import io.ledgerway.setup.ImportSettings.Tracking;
import io.ledgerway.setup.ImportSettings.Use;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** What was ticked in a step, as a change of the draft. */
final class WizardForm {

  private WizardForm() {}

  /** Of a type that is chosen no single accounts are kept: it has them all. */
  static ImportSettings accounts(MultiValueMap<String, String> form) {
    return new ImportSettings(new Accounts(all(form, "type"), all(form, "account")), null, null);
  }

  /** A category whose use is not said stays undecided. */
  static ImportSettings tracking(MultiValueMap<String, String> form, ImportChoices seen) {
    Map<String, Tracking> categories = new HashMap<>();
    for (ImportChoices.TrackingCategory category : seen.trackingCategories()) {
      Use use =
          List.of(Use.values()).stream()
              .filter(each -> each.name().equals(form.getFirst("use." + category.id())))
              .findFirst()
              .orElse(null);
      if (use != null) {
        Set<String> ticked = all(form, "option." + category.id());
        categories.put(
            category.id(),
            new Tracking(
                use,
                category.options().stream()
                    .map(ImportChoices.Option::id)
                    .filter(id -> !ticked.contains(id))
                    .collect(Collectors.toSet())));
      }
    }
    return new ImportSettings(null, categories, null);
  }

  /** Those for sales are left out by themselves, the others are not. */
  static ImportSettings taxes(MultiValueMap<String, String> form, ImportChoices seen) {
    Set<String> ticked = all(form, "rate");
    Set<String> selected = new HashSet<>();
    Set<String> deselected = new HashSet<>();
    for (ImportChoices.TaxRate rate : seen.taxRates()) {
      boolean chosen = ticked.contains(rate.taxType());
      if (chosen && rate.reason() != null) {
        selected.add(rate.taxType());
      } else if (!chosen && rate.reason() == null) {
        deselected.add(rate.taxType());
      }
    }
    return new ImportSettings(null, null, new TaxRates(selected, deselected));
  }

  private static Set<String> all(MultiValueMap<String, String> form, String name) {
    return new HashSet<>(form.getOrDefault(name, List.of()));
  }
}
