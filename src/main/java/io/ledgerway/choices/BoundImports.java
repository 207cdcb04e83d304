package io.ledgerway.choices;

import io.ledgerway.choices.Binding.Given;
import io.ledgerway.choices.Records.Wanted;
import io.ledgerway.setup.ImportSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Import settings of a file as a change of a company's draft. Used by one thread. */
final class BoundImports {

  private final Binding binding;

  BoundImports(Binding binding) {
    this.binding = binding;
  }

  /**
   * @return null when the file has none
   */
  ImportSettings of(ChoicesFile.Imports imports) {
    return imports == null
        ? null
        : new ImportSettings(
            imports.accounts() == null ? null : accounts(imports.accounts()),
            imports.trackingCategories() == null ? null : tracking(imports.trackingCategories()),
            imports.taxRates() == null ? null : taxRates(imports.taxRates()));
  }

  private ImportSettings.Accounts accounts(ChoicesFile.Accounts accounts) {
    List<NamedRecord> single = orNone(accounts.accounts());
    return new ImportSettings.Accounts(
        accounts.types() == null ? Set.of() : accounts.types(),
        ids(
            "imports.accounts",
            single.stream()
                .map(
                    each ->
                        new Given(
                            null,
                            each,
                            new Wanted("account", each.code(), each.name(), null, List.of())))
                .toList()));
  }

  private Map<String, ImportSettings.Tracking> tracking(List<ChoicesFile.Category> categories) {
    Map<String, ImportSettings.Tracking> bound = new LinkedHashMap<>();
    for (ChoicesFile.Category category : categories) {
      Set<String> ids =
          byName("imports.trackingCategories", "tracking-category", null, List.of(category.name()));
      if (!ids.isEmpty()) {
        bound.put(
            ids.iterator().next(),
            new ImportSettings.Tracking(
                category.use(),
                byName(
                    "imports.trackingCategories",
                    "tracking-option",
                    category.name(),
                    orNone(category.deselected()))));
      }
    }
    return bound;
  }

  private ImportSettings.TaxRates taxRates(ChoicesFile.TaxRates rates) {
    return new ImportSettings.TaxRates(
        byName("imports.taxRates", "tax-rate", null, orNone(rates.selected())),
        byName("imports.taxRates", "tax-rate", null, orNone(rates.deselected())));
  }

  private Set<String> byName(String part, String kind, String category, List<String> names) {
    return ids(
        part,
        names.stream()
            .map(
                name ->
                    new Given(
                        null,
                        new NamedRecord(null, null, name, category),
                        new Wanted(kind, null, name, category, List.of())))
            .toList());
  }

  private Set<String> ids(String part, List<Given> given) {
    return new TreeSet<>(binding.ids(part, given).values());
  }

  private static <T> List<T> orNone(List<T> given) {
    return given == null ? List.of() : given;
  }
}
