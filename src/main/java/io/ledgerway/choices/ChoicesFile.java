package io.ledgerway.choices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.setup.ImportSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The file. Parts that it does not have are left as they are wherever it is put. Immutable as far
 * as its parts are.
 *
 * @param format 1
 * @param company that it is of, for people
 * @param organisation likewise
 */
@Schema(
    name = "CompanyChoices",
    example =
        """
        {"format": 1, "sources": {"acorn": {"tables": {"cards": {
          "visa-1234": {"code": "090", "name": "Business Bank Account"}}}}}}\
        """)
public record ChoicesFile(
    @Schema(description = "1: what it looks like. Another number is refused.") Integer format,
    String company,
    String organisation,
    @Valid Imports imports,
    @Schema(description = "By the name of the source.")
        Map<String, @NotNull @Valid OfSource> sources) {

  /** What this engine writes and reads. */
  public static final int FORMAT = 1;

  /** Whether this engine knows what the file means. */
  @JsonIgnore
  public boolean isKnown() {
    return format != null && format == FORMAT;
  }

  /** What is imported. */
  @Schema(name = "ChosenImports")
  public record Imports(
      @Valid Accounts accounts,
      List<@NotNull @Valid Category> trackingCategories,
      @Valid TaxRates taxRates) {}

  /** Accounts that become categories of expenses. */
  @Schema(name = "ChosenAccounts")
  public record Accounts(Set<@NotNull String> types, List<@NotNull NamedRecord> accounts) {}

  /** A tracking category by its name, and the names of options that are left out. */
  @Schema(name = "ChosenTrackingCategory")
  public record Category(
      @NotBlank String name, @NotNull ImportSettings.Use use, List<@NotNull String> deselected) {}

  /** Tax rates by their names: a TaxType means another rate in another organisation. */
  @Schema(name = "ChosenTaxRates")
  public record TaxRates(List<@NotNull String> selected, List<@NotNull String> deselected) {}

  /** Settings and tables; what is a Xero record stands as a {@link NamedRecord}. */
  @Schema(name = "ChosenForSource")
  public record OfSource(
      @Schema(type = "object") Map<String, JsonNode> settings,
      @Schema(type = "object") Map<String, @NotNull Map<String, JsonNode>> tables) {}
}
