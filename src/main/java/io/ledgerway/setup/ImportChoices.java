package io.ledgerway.setup;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What can be imported, what is chosen, and what stands in the way of putting it in force. */
@Schema(name = "ImportChoices")
public record ImportChoices(
    CompanyState state,
    @Schema(description = "True: what is shown is a draft, and not in force.") boolean draft,
    @Schema(
            description =
                "Also the ETag: given as If-Match, it keeps two people from overwriting each"
                    + " other.")
        String version,
    List<AccountType> accountTypes,
    List<TrackingCategory> trackingCategories,
    List<TaxRate> taxRates,
    PeopleCounts people,
    @Schema(description = "What must be mended before this can be put in force.")
        List<Finding> problems,
    @Schema(description = "Chosen in a former organisation, and not found in this one.")
        List<Unbound> review) {

  @Schema(name = "AccountTypeChoice")
  public record AccountType(
      String type,
      @Schema(description = "ALL (later accounts, too), SOME or NONE") String selected,
      List<Account> accounts) {}

  @Schema(name = "AccountChoice")
  public record Account(
      String id,
      String code,
      String name,
      boolean selected,
      @Schema(description = "Why it cannot be selected.") String reason) {}

  @Schema(name = "TrackingCategoryChoice")
  public record TrackingCategory(
      String id,
      String name,
      @Schema(description = "COST_OBJECT, CUSTOM_FIELD or SKIP; missing while undecided")
          ImportSettings.Use use,
      List<Option> options) {}

  @Schema(name = "TrackingOptionChoice")
  public record Option(String id, String name, boolean selected) {}

  @Schema(name = "TaxRateChoice")
  public record TaxRate(
      String taxType,
      String name,
      @Schema(description = "Per cent.") BigDecimal rate,
      boolean selected,
      @Schema(description = "Why it is not selected by itself.") String reason) {}

  static ImportChoices of(
      CompanyState state,
      SavedSettings saved,
      Choosables records,
      PeopleCounts people,
      List<Finding> problems) {
    return new ImportChoices(
        state,
        !saved.inForce(),
        saved.version(),
        accountTypes(saved.settings(), records),
        trackingCategories(saved.settings(), records),
        taxRates(records),
        people,
        problems,
        saved.review());
  }

  private static List<AccountType> accountTypes(ImportSettings settings, Choosables records) {
    return records
        .active("account")
        .collect(Collectors.groupingBy(Choosable::type, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            type ->
                new AccountType(
                    type.getKey(),
                    settings.accounts().types().contains(type.getKey())
                        ? "ALL"
                        : type.getValue().stream().anyMatch(Choosable::chosen) ? "SOME" : "NONE",
                    type.getValue().stream().map(ImportChoices::account).toList()))
        // The usual one first.
        .sorted(Comparator.comparing(type -> !type.type().equals("EXPENSE")))
        .toList();
  }

  private static Account account(Choosable account) {
    return new Account(
        account.id(),
        account.code(),
        account.name(),
        account.chosen(),
        Reasons.inWords(account.reason()));
  }

  private static List<TrackingCategory> trackingCategories(
      ImportSettings settings, Choosables records) {
    return records
        .active("tracking-category")
        .map(
            category -> {
              ImportSettings.Tracking tracking = settings.trackingCategories().get(category.id());
              return new TrackingCategory(
                  category.id(),
                  category.name(),
                  tracking == null ? null : tracking.use(),
                  records
                      .optionsOf(category.id())
                      .map(
                          option ->
                              new Option(
                                  option.id(),
                                  option.name(),
                                  tracking == null || !tracking.deselected().contains(option.id())))
                      .toList());
            })
        .toList();
  }

  private static List<TaxRate> taxRates(Choosables records) {
    return records
        .active("tax-rate")
        .map(
            rate ->
                new TaxRate(
                    rate.id(),
                    rate.name(),
                    rate.rate(),
                    rate.chosen(),
                    Reasons.inWords(rate.reason())))
        .toList();
  }
}
