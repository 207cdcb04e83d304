package io.ledgerway.setup;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a company imports. Immutable; each part may be null in a change of a draft, and then stays
 * as it is.
 */
@Schema(
    name = "ImportSettings",
    example =
        """
        {"accounts": {"types": ["EXPENSE", "OVERHEADS"]},
         "taxRates": {"deselected": ["GSTONIMPORTS"], "selected": []}}\
        """)
public record ImportSettings(
    Accounts accounts,
    @Schema(description = "By TrackingCategoryID; what is left out of a change stays as it is.")
        Map<String, Tracking> trackingCategories,
    TaxRates taxRates) {

  public ImportSettings {
    trackingCategories =
        trackingCategories == null
            ? null
            : Collections.unmodifiableMap(new LinkedHashMap<>(trackingCategories));
  }

  /** Before anybody has chosen: the Expense type, every tax rate for purchases. */
  static final ImportSettings PRESELECTED =
      new ImportSettings(
          new Accounts(Set.of("EXPENSE"), Set.of()), Map.of(), new TaxRates(Set.of(), Set.of()));

  /** Accounts that become categories of expenses. */
  @Schema(name = "ImportedAccounts")
  public record Accounts(
      @Schema(description = "Account types of Xero's whose accounts are imported, later ones too.")
          Set<String> types,
      @Schema(description = "AccountIDs of single accounts.") Set<String> accounts) {

    public Accounts {
      types = sorted(types);
      accounts = sorted(accounts);
    }
  }

  /** What becomes of one tracking category. */
  @Schema(name = "ImportedTrackingCategory")
  public record Tracking(
      Use use,
      @Schema(
              description =
                  "TrackingOptionIDs that are left out; later ones are imported. Missing in a"
                      + " change: the options stay as they are.")
          Set<String> deselected) {

    public Tracking {
      // Left out of a change: the options stay as they are.
      deselected = deselected == null ? null : sorted(deselected);
    }

    private Tracking after(Tracking former) {
      if (deselected != null) {
        return this;
      }
      return new Tracking(use, former == null ? Set.of() : former.deselected);
    }

    boolean imported() {
      return use == Use.COST_OBJECT || use == Use.CUSTOM_FIELD;
    }
  }

  /** What a tracking category is to the platform. */
  public enum Use {
    COST_OBJECT,
    CUSTOM_FIELD,
    SKIP
  }

  /** Tax rates that expenses may have; those that nobody named are imported unless for sales. */
  @Schema(name = "ImportedTaxRates")
  public record TaxRates(
      @Schema(description = "TaxTypes that are imported although they are for sales.")
          Set<String> selected,
      @Schema(description = "TaxTypes that are left out.") Set<String> deselected) {

    public TaxRates {
      selected = sorted(selected);
      deselected = sorted(deselected);
    }
  }

  /** These settings with the parts that the change gives; a category given as null is undecided. */
  ImportSettings with(ImportSettings change) {
    Map<String, Tracking> categories = new LinkedHashMap<>(trackingCategories);
    if (change.trackingCategories != null) {
      change.trackingCategories.forEach(
          (id, tracking) ->
              categories.put(id, tracking == null ? null : tracking.after(categories.get(id))));
      categories.values().removeIf(tracking -> tracking == null || tracking.use() == null);
    }
    return new ImportSettings(
        change.accounts == null ? accounts : change.accounts,
        categories,
        change.taxRates == null ? taxRates : change.taxRates);
  }

  private static Set<String> sorted(Set<String> ids) {
    Set<String> sorted = new TreeSet<>();
    if (ids != null) {
      ids.stream().filter(Objects::nonNull).forEach(sorted::add);
    }
    return Collections.unmodifiableSet(sorted);
  }
}
