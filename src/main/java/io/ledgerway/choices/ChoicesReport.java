package io.ledgerway.choices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What putting a file into a company does, or did.
 *
 * @param version the same as long as the file and all that it binds to are the same
 * @param same how many choices stand there as the file has them
 */
@Schema(name = "ChoicesReport")
public record ChoicesReport(
    @Schema(description = "Given as If-Match, it puts exactly this in force.") String version,
    @Schema(description = "Did not bind: left out.") List<Unbound> unbound,
    @Schema(description = "Settings and rows of tables that become others.") List<Change> changes,
    int same,
    @Schema(description = "Whether the draft of the import settings becomes another one.")
        boolean imports,
    @Schema(description = "What keeps the rest from being taken; with any, nothing is.")
        List<Refused> refused) {

  /**
   * Something that the file names and this company has not.
   *
   * @param part such as {@code imports.accounts}, {@code acorn.settings}
   * @param value of the table, or the setting; null in imports
   */
  @Schema(name = "UnboundChoice")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Unbound(String part, String value, NamedRecord record, String why) {}

  /**
   * @param before null for nothing
   */
  @Schema(name = "ChangedChoice")
  public record Change(String part, String value, JsonNode before, JsonNode after) {}

  /** What a source does not take. */
  @Schema(name = "RefusedChoice")
  public record Refused(String part, String field, String why) {}
}
