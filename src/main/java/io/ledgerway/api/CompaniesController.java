package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.access.Standing;
import io.ledgerway.access.Standings;
import io.ledgerway.company.CompanyReader;
import io.ledgerway.company.CompanyView;
import io.ledgerway.export.ExportMode;
import io.ledgerway.export.ExportSchedule;
import io.ledgerway.export.ExportSchedules;
import io.ledgerway.reference.AskedBy;
import io.ledgerway.reference.Companies;
import io.ledgerway.reference.CompanyRemoval;
import io.ledgerway.reference.ImportRequests;
import io.ledgerway.reference.ImportSchedule;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.setup.CompanyStates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Companies and what they have chosen. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies")
@Tag(name = "Companies")
class CompaniesController {

  /** What a company chooses; what is left out stays as it is. */
  @Schema(
      name = "CompanySettings",
      example =
          """
          {"name": "Acme Ltd", "exportMode": "REAL_TIME", "syncAt": "02:00",
           "syncZone": "Pacific/Auckland"}\
          """)
  record CompanySettings(
      @Size(max = 200) String name,
      @Schema(
              description =
                  "When documents go out: the mode of the company's export schedule, which also has"
                      + " the hour and the day.")
          ExportMode exportMode,
      @Schema(
              description = "When reference data is read each night, e.g. 02:00.",
              type = "string",
              example = "02:00")
          LocalTime syncAt,
      @Schema(
              description =
                  "The time zone of syncAt and of the company's other schedules, e.g."
                      + " Pacific/Auckland.")
          String syncZone) {}

  private final CompanyReader reader;
  private final Companies companies;
  private final ImportSchedule schedule;
  private final ExportSchedules exports;
  private final CompanyStates states;
  private final ImportRequests imports;
  private final CompanyRemoval removal;
  private final Standings standings;

  CompaniesController(
      CompanyReader reader,
      Companies companies,
      ImportSchedule schedule,
      ExportSchedules exports,
      CompanyStates states,
      ImportRequests imports,
      CompanyRemoval removal,
      Standings standings) {
    this.reader = reader;
    this.companies = companies;
    this.schedule = schedule;
    this.exports = exports;
    this.states = states;
    this.imports = imports;
    this.removal = removal;
    this.standings = standings;
  }

  @GetMapping
  @Operation(summary = "The companies that the caller may look at")
  List<CompanyView> companies() {
    Standing caller = standings.now().orElseThrow();
    return caller.operator()
        ? reader.all()
        : caller.companies().stream().sorted().flatMap(id -> reader.one(id).stream()).toList();
  }

  @GetMapping("/{company}")
  @Operation(summary = "A company, its settings, connection and last import")
  CompanyView company(@PathVariable String company) {
    return reader.one(company).orElseThrow(() -> new UnknownCompany(company));
  }

  @Allowed(Role.ADMIN)
  @PutMapping("/{company}")
  @Operation(summary = "Set a company up, or change its settings")
  CompanyView put(
      @PathVariable
          @Size(max = 100)
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._:-]*",
              message = "holds letters, digits and . _ : -, and begins with a letter or digit")
          String company,
      @Valid @RequestBody CompanySettings settings) {
    String name = settings.name();
    companies.setUp(
        company, name == null ? reader.one(company).map(CompanyView::name).orElse(company) : name);
    if (settings.syncAt() != null || settings.syncZone() != null) {
      schedule.choose(company, settings.syncAt(), settings.syncZone());
    }
    if (settings.exportMode() != null
        && settings.exportMode() != exports.of(company, null).schedule().mode()) {
      exports.choose(
          company,
          null,
          ExportSchedule.chosen(settings.exportMode(), null, null, null, AskedBy.now()));
    }
    return company(company);
  }

  @Allowed(Role.OPERATOR)
  @DeleteMapping("/{company}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Forget a company that was set up by mistake",
      description =
          "409 while it is connected, and for good once it has documents: they are the evidence of"
              + " what was posted.")
  void delete(@PathVariable String company) {
    removal.remove(company);
  }

  @Allowed(Role.FINANCE)
  @PostMapping("/{company}/imports")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Read the company's reference data from Xero; 'lastImport' tells how far it is")
  CompanyView startImport(
      @PathVariable String company,
      @Parameter(description = "Everything, also what was deleted outright; else what changed.")
          @RequestParam(defaultValue = "false")
          boolean full) {
    states.requireActive(company);
    imports.ask(company, full);
    return company(company);
  }
}
