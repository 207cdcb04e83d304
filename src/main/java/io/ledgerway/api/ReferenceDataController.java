package io.ledgerway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.story.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is known of a company's Xero, and every change of it. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}")
@Tag(name = "Reference data")
class ReferenceDataController {

  /** One record as Xero has it. */
  @Schema(name = "ReferenceRecord")
  record Item(
      String id,
      String code,
      String name,
      @Schema(description = "False: archived or deleted in Xero.") boolean active,
      @Schema(description = "A tracking option's category.") String parent,
      String email,
      @Schema(
              description =
                  "What it is to the platform: CATEGORY, TAX_RATE, COST_OBJECT, CUSTOM_FIELD,"
                      + " CONTACT, …; missing when it is not imported.")
          String importedAs,
      @Schema(description = "What this kind has besides, e.g. a tax rate's percentage.")
          JsonNode detail) {}

  /** One change. */
  @Schema(name = "SyncLogEntry")
  record Change(
      long sequence,
      String kind,
      String id,
      String code,
      String name,
      @Schema(description = "ADDED, CHANGED, DEACTIVATED, REACTIVATED, SELECTED or DESELECTED")
          String change,
      @Schema(
              description =
                  "Each field that changed, with its old and new value. Choices name accounts and"
                      + " tracking by code and name.")
          JsonNode changed,
      @Schema(
              description =
                  "IMPORT: read from Xero. SETTING: somebody chose it. PLATFORM: the platform said"
                      + " so. CONNECTION: Xero let us in, or no longer did.")
          String cause,
      @Schema(
              description =
                  "The API's user who asked for it, or for the import that found it; schedule or"
                      + " refusal when that import began by itself.")
          String askedBy,
      Instant at) {}

  /** How a user of the platform is matched to a contact. */
  enum Match {
    MATCHED,
    NOT_FOUND,
    AMBIGUOUS,
    CONTACT_INACTIVE,
    CONTACT_MERGED
  }

  private static final List<String> KINDS =
      List.of(
          "account",
          "tax-rate",
          "tracking-category",
          "tracking-option",
          "contact",
          "currency",
          "organisation",
          "user");

  private final KnownCompanies companies;
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ReferenceDataController(KnownCompanies companies, JdbcClient jdbc, ObjectMapper json) {
    this.companies = companies;
    this.jdbc = jdbc;
    this.json = json;
  }

  @GetMapping("/reference-data/{kind}")
  @Operation(summary = "A company's records of one kind, by code and name, a page at a time")
  Page<Item> records(
      @PathVariable String company,
      @Parameter(description = "account, tax-rate, tracking-category, tracking-option, contact, …")
          @PathVariable
          String kind,
      @Parameter(description = "Part of the code, name, e-mail or id; case does not matter")
          @RequestParam(required = false)
          String search,
      @RequestParam(required = false) Boolean active,
      @Parameter(description = "true: only what the platform is told of")
          @RequestParam(required = false)
          Boolean imported,
      @Parameter(description = "Of kind user: only those that are matched in this way")
          @RequestParam(required = false)
          Match match,
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          String cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "100") int limit) {
    companies.require(company);
    WrongRequest.requireLimit(limit);
    if (!KINDS.contains(kind)) {
      throw WrongRequest.notFound(
          "There is no kind '" + kind + "' of record", "Kinds are " + KINDS + ".");
    }
    return Page.of(
        jdbc.sql(SqlFile.read("api/reference-data"))
            .param("company", company)
            .param("kind", kind)
            .param("search", search)
            .param("active", active)
            .param("imported", imported)
            .param("match", match == null ? null : match.name())
            .param("cursor", cursor)
            .param("limit", limit + 1)
            .query((row, number) -> item(row))
            .list(),
        limit,
        Item::id);
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/reference-data/republish")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Tell the company's sources all of its records again")
  void republish(@PathVariable String company) {
    companies.require(company);
    jdbc.sql(SqlFile.read("api/republish")).param("company", company).update();
  }

  @GetMapping("/sync-log")
  @Operation(summary = "Every change of the company's reference data and settings, newest first")
  Page<Change> log(
      @PathVariable String company,
      @Parameter(description = "Only this kind, e.g. account; also card and setting")
          @RequestParam(required = false)
          String kind,
      @Parameter(description = "Only the record with this id") @RequestParam(required = false)
          String id,
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          Long cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "100") int limit) {
    companies.require(company);
    WrongRequest.requireLimit(limit);
    return Page.of(
        jdbc.sql(SqlFile.read("api/sync-log"))
            .param("company", company)
            .param("kind", kind)
            .param("record", id)
            .param("before", cursor)
            .param("limit", limit + 1)
            .query((row, number) -> change(row))
            .list(),
        limit,
        Change::sequence);
  }

  private Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("id"),
        row.getString("code"),
        row.getString("name"),
        row.getBoolean("active"),
        row.getString("parent"),
        row.getString("email"),
        row.getString("imported_as"),
        read(row.getString("detail")));
  }

  private Change change(ResultSet row) throws SQLException {
    return new Change(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("record_id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("change"),
        read(row.getString("changed")),
        row.getString("cause"),
        row.getString("asked_by"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The store holds what is not JSON", e);
    }
  }
}
