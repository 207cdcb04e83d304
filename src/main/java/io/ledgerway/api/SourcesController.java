package io.ledgerway.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.source.Choices;
import io.ledgerway.source.CompanySources;
import io.ledgerway.source.Source;
import io.ledgerway.source.Sources;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sources, and what a company chooses for each. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1")
@Tag(name = "Sources")
class SourcesController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  /** A source, as people and programs that draw forms need it. */
  @Schema(name = "Source")
  record SourceView(
      String source,
      String title,
      Map<String, Source.Kind> kinds,
      @Schema(
              description = "JSON Schema of the settings.",
              type = "object",
              example = "{\"type\":\"object\",\"properties\":{}}")
          JsonNode settings,
      List<TableView> tables,
      @Schema(description = "What it is asked with, by name.")
          Map<String, Source.Secret> secrets) {}

  /** A table that gives the source's values their Xero records. */
  @Schema(name = "SourceTable")
  record TableView(
      String name,
      String title,
      @Schema(description = "What a value is, e.g. company card.") String noun,
      @Schema(description = "The kind of Xero record, e.g. account.") String records,
      @Schema(description = "Xero's account types that may be chosen; empty for any.")
          List<String> accountTypes) {}

  /** The record of one value of a table. */
  @Schema(name = "SourceTableRow", example = "{\"record\": \"Business Bank Account\"}")
  record Row(
      @Schema(description = "The Xero record, by its id, its code or its name.") String record) {}

  /** Settings of a source, as its JSON Schema describes them. */
  @Schema(
      name = "SourceSettings",
      description = "As the source's JSON Schema describes them; null takes a choice back.",
      additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
      example = "{\"mixedSigns\": \"HOLD\"}")
  static final class SettingsBody {
    private final ObjectNode values = JsonNodeFactory.instance.objectNode();

    @JsonAnySetter
    void set(String name, JsonNode value) {
      values.set(name, value);
    }
  }

  /** The Xero record of each value of a table. */
  @Schema(
      name = "SourceTableRows",
      description = "The Xero record of each value, by its id, its code or its name.",
      additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
      example = "{\"card-1\": \"Business Bank Account\"}")
  static final class RowsBody {
    private final Map<String, String> rows = new LinkedHashMap<>();

    @JsonAnySetter
    void set(String value, String record) {
      rows.put(value, record);
    }
  }

  private final Sources sources;
  private final Choices choices;
  private final KnownSources known;
  private final CompanySources given;

  SourcesController(Sources sources, Choices choices, KnownSources known, CompanySources given) {
    this.sources = sources;
    this.choices = choices;
    this.known = known;
    this.given = given;
  }

  @GetMapping("/sources")
  @Operation(summary = "All sources: their kinds of documents, settings and tables")
  List<SourceView> sources() {
    return sources.all().stream().map(SourcesController::view).toList();
  }

  @GetMapping("/companies/{company}/sources/{source}/settings")
  @Operation(summary = "What the company has chosen for a source")
  ObjectNode settings(@PathVariable String company, @PathVariable String source) {
    known.company(company);
    return choices.settings(company, known.source(source));
  }

  @Allowed(Role.ADMIN)
  @PatchMapping("/companies/{company}/sources/{source}/settings")
  @Operation(
      summary = "Choose settings of a source; what is left out stays, null takes a choice back",
      description = "A Xero record is named by its id, its code or its name.")
  ObjectNode change(
      @PathVariable String company,
      @PathVariable String source,
      @RequestBody SettingsBody settings) {
    choices.change(company, known.source(source), settings.values);
    given.changed(company, known.source(source));
    return settings(company, source);
  }

  @GetMapping("/companies/{company}/sources/{source}/tables/{table}")
  @Operation(
      summary = "A table of the company: the id of the Xero record of each value",
      description = "As text/csv for who accepts that.")
  ResponseEntity<Object> table(
      @PathVariable String company,
      @PathVariable String source,
      @PathVariable String table,
      @Parameter(hidden = true) @RequestHeader(name = "Accept", defaultValue = "*/*")
          String accepted) {
    known.company(company);
    Map<String, String> rows = rows(company, source, table);
    return accepted.startsWith("text/csv")
        ? ResponseEntity.ok().contentType(CSV).body(TableCsv.write(rows))
        : ResponseEntity.ok(rows);
  }

  private Map<String, String> rows(String company, String source, String table) {
    return choices.table(company, known.source(source), known.table(source, table));
  }

  @Allowed(Role.FINANCE)
  @PutMapping(path = "/companies/{company}/sources/{source}/tables/{table}", consumes = "text/csv")
  @Operation(summary = "Fill a table anew from CSV: value,record", hidden = true)
  Map<String, String> fill(
      @PathVariable String company,
      @PathVariable String source,
      @PathVariable String table,
      @RequestBody String csv) {
    choices.fill(
        company, known.source(source), known.table(source, table), TableCsv.read(csv), true);
    return rows(company, source, table);
  }

  @Allowed(Role.FINANCE)
  @PutMapping("/companies/{company}/sources/{source}/tables/{table}")
  @Operation(
      summary = "Fill a table anew",
      description =
          "Values that are left out are taken out of the table. A Xero record is named by its id,"
              + " its code or its name. As text/csv it is a header 'value,record' and a line for"
              + " each.")
  Map<String, String> fill(
      @PathVariable String company,
      @PathVariable String source,
      @PathVariable String table,
      @RequestBody RowsBody body) {
    choices.fill(company, known.source(source), known.table(source, table), body.rows, true);
    return rows(company, source, table);
  }

  @Allowed(Role.FINANCE)
  @PutMapping("/companies/{company}/sources/{source}/tables/{table}/{value}")
  @Operation(summary = "Choose the Xero record of one value")
  Map<String, String> put(
      @PathVariable String company,
      @PathVariable String source,
      @PathVariable String table,
      @PathVariable String value,
      @RequestBody Row row) {
    if (row.record() == null || row.record().isBlank()) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID", "'record' is missing.", "Name the record, or delete the value.");
    }
    choices.fill(
        company,
        known.source(source),
        known.table(source, table),
        Map.of(value, row.record()),
        false);
    return rows(company, source, table);
  }

  @Allowed(Role.FINANCE)
  @DeleteMapping("/companies/{company}/sources/{source}/tables/{table}/{value}")
  @Operation(summary = "Take a value out of a table")
  Map<String, String> remove(
      @PathVariable String company,
      @PathVariable String source,
      @PathVariable String table,
      @PathVariable String value) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put(value, null);
    choices.fill(company, known.source(source), known.table(source, table), out, false);
    return rows(company, source, table);
  }

  private static SourceView view(Source source) {
    return new SourceView(
        source.name(),
        source.title(),
        source.kinds(),
        source.settingsSchema(),
        source.tables().values().stream()
            .map(
                table ->
                    new TableView(
                        table.name(),
                        table.title(),
                        table.noun(),
                        table.recordKind(),
                        table.accountTypes()))
            .toList(),
        source.secrets());
  }
}
