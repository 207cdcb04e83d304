package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.export.ChosenSchedule;
import io.ledgerway.export.ExportMode;
import io.ledgerway.export.ExportSchedule;
import io.ledgerway.export.ExportSchedules;
import io.ledgerway.reference.AskedBy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When documents go out: those of a company, and those of one of its sources. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}")
@Tag(name = "Exports")
class ExportSchedulesController {

  private static final String MODES =
      "REAL_TIME: as they come. HOURLY (at each full hour), DAILY, WEEKLY, MONTHLY: by the clock of"
          + " the company's time zone (syncZone). MANUAL: only when somebody asks. OFF: not at all."
          + " It counts for everything that is not on its way to Xero yet; what undoes a document"
          + " waits for no schedule.";

  /** What is in force. */
  @Schema(name = "ExportSchedule")
  record View(
      @Schema(description = "Missing: the company's.") String source,
      ExportMode mode,
      @Schema(type = "string", example = "02:00") LocalTime at,
      DayOfWeek weekday,
      Integer day,
      @Schema(description = "By whose clock.") String zone,
      @Schema(description = "Whose exports they are, in the list of exports.") String runsAs,
      @Schema(description = "When the next one begins by itself.") Instant nextAt,
      @Schema(description = "False: a source follows its company, or a company the usual.")
          boolean own) {

    static View of(ChosenSchedule chosen) {
      ExportSchedule its = chosen.schedule();
      return new View(
          chosen.source(),
          its.mode(),
          its.at(),
          its.weekday(),
          its.day(),
          chosen.zone().getId(),
          its.runsAs(),
          chosen.next(),
          chosen.own());
    }
  }

  /** What somebody chooses. */
  @Schema(
      name = "ExportScheduleChange",
      example = "{\"mode\": \"WEEKLY\", \"weekday\": \"FRIDAY\", \"at\": \"18:00\"}")
  record Change(
      ExportMode mode,
      @Schema(
              description = "DAILY, WEEKLY, MONTHLY: the hour; left out, 02:00.",
              type = "string",
              example = "18:00")
          LocalTime at,
      @Schema(description = "WEEKLY: left out, MONDAY.") DayOfWeek weekday,
      @Schema(description = "MONTHLY: 1 to 31, or the last of a month that has fewer; else 1.")
          Integer day,
      @Schema(
              description =
                  "Whose exports they are, in the list of exports; left out, who chooses it.")
          String runsAs) {

    ExportSchedule schedule() {
      return ExportSchedule.chosen(mode, at, weekday, day, runsAs == null ? AskedBy.now() : runsAs);
    }
  }

  private final KnownSources known;
  private final ExportSchedules schedules;

  ExportSchedulesController(KnownSources known, ExportSchedules schedules) {
    this.known = known;
    this.schedules = schedules;
  }

  @GetMapping("/export-schedule")
  @Operation(summary = "When the company's documents go out")
  View ofCompany(@PathVariable String company) {
    known.company(company);
    return View.of(schedules.of(company, null));
  }

  @Allowed(Role.FINANCE)
  @PutMapping("/export-schedule")
  @Operation(
      summary = "Choose when the company's documents go out",
      description = MODES + " All sources that have no schedule of their own follow it.")
  View choose(@PathVariable String company, @RequestBody Change change) {
    known.company(company);
    schedules.choose(company, null, change.schedule());
    return ofCompany(company);
  }

  @GetMapping("/sources/{source}/export-schedule")
  @Operation(summary = "When the documents of a source go out")
  View ofSource(@PathVariable String company, @PathVariable String source) {
    known.company(company);
    known.source(source);
    return View.of(schedules.of(company, source));
  }

  @Allowed(Role.FINANCE)
  @PutMapping("/sources/{source}/export-schedule")
  @Operation(summary = "Choose when the documents of a source go out", description = MODES)
  View chooseOfSource(
      @PathVariable String company, @PathVariable String source, @RequestBody Change change) {
    known.company(company);
    known.source(source);
    schedules.choose(company, source, change.schedule());
    return ofSource(company, source);
  }

  @Allowed(Role.FINANCE)
  @DeleteMapping("/sources/{source}/export-schedule")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Let a source follow its company's schedule again")
  void follow(@PathVariable String company, @PathVariable String source) {
    known.company(company);
    known.source(source);
    schedules.follow(company, source);
  }
}
