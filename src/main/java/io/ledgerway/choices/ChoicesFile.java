package io.ledgerway.choices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.setup.ImportSettings;
import io.swagger.v3.oas.annotations.media.Schema;
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
    Imports imports,
    @Schema(description = "By the name of the source.") Map<String, OfSource> sources) {

  /** What this engine writes and reads. */
  public static final int FORMAT = 1;

  /** Whether this engine knows what the file means. */
  @JsonIgnore
  public boolean isKnown() {
    return format != null && format == FORMAT;
  }

  /** What is imported. */
  @Schema(name = "ChosenImports")
  public record Imports(Accounts accounts, List<Category> trackingCategories, TaxRates taxRates) {}

  /** Accounts that become categories of expenses. */
  @Schema(name = "ChosenAccounts")
  public record Accounts(Set<String> types, List<NamedRecord> accounts) {}

  /** A tracking category by its name, and the names of options that are left out. */
  @Schema(name = "ChosenTrackingCategory")
  public record Category(String name, ImportSettings.Use use, List<String> deselected) {}

  /** Tax rates by their names: a TaxType means another rate in another organisation. */
  @Schema(name = "ChosenTaxRates")
  public record TaxRates(List<String> selected, List<String> deselected) {}

  /** Settings and tables; what is a Xero record stands as a {@link NamedRecord}. */
  @Schema(name = "ChosenForSource")
  public record OfSource(
      @Schema(type = "object") Map<String, JsonNode> settings,
      @Schema(type = "object") Map<String, Map<String, JsonNode>> tables) {}
}
