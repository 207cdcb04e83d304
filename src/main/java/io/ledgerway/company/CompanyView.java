package io.ledgerway.company;

import io.ledgerway.export.ExportMode;
import io.ledgerway.setup.CompanyState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A company, what it has chosen, and how it stands with Xero. */
@Schema(name = "Company")
public record CompanyView(
    String id,
    String name,
    @Schema(
            description =
                "NOT_ENABLED, SETUP_INCOMPLETE, ACTIVE, EXPIRED or DISABLED; only an active company"
                    + " imports and exports.")
        CompanyState state,
    @Schema(description = "The mode of the company's export schedule.") ExportMode exportMode,
    Connection connection,
    @Schema(description = "When reference data is read each night, in syncZone.") String syncAt,
    String syncZone,
    Instant nextSyncAt,
    Import lastImport,
    @Schema(description = "The last nightly import, when it was passed over.")
        Skipped skippedImport,
    @Schema(
            description =
                "What keeps documents from going out, and what to do; empty when nothing does.")
        List<String> waitingFor,
    @Schema(
            description =
                "Choices that do not bind in the books that are connected now; empty when all do.")
        List<Review> reviewNeeded) {

  @Schema(name = "CompanyReview")
  public record Review(
      @Schema(description = "Source, name of the setting or table, and in a table the value")
          String setting,
      String accountId,
      String message) {}

  @Schema(name = "CompanyConnection")
  public record Connection(
      @Schema(description = "NOT_CONNECTED, ACTIVE, EXPIRED or DISABLED") String state,
      String reason,
      String tenantId,
      String tenantName,
      @Schema(description = "Calls a day that Xero allows.") Integer dayLimit,
      @Schema(description = "Xero told this organisation to wait until then.") Instant pausedUntil,
      String pauseReason) {}

  @Schema(name = "SkippedImport")
  public record Skipped(Instant at, String reason) {

    static Skipped of(Instant at, String state) {
      return at == null ? null : new Skipped(at, CompanyState.valueOf(state).reason());
    }
  }

  @Schema(name = "CompanyImport")
  public record Import(
      @Schema(description = "REQUESTED, RUNNING, DONE, FAILED or WAITING for a day's limit")
          String state,
      Instant requestedAt,
      Instant startedAt,
      Instant finishedAt,
      String problem,
      @Schema(description = "WAITING: it goes on by itself then.") Instant resumesAt,
      @Schema(description = "Counts, while it runs and after; only when one company is read.")
          ImportReport report) {

    static Import of(
        Instant requested,
        Instant started,
        Instant finished,
        String problem,
        Instant resumes,
        ImportReport report) {
      if (requested == null) {
        return null;
      }
      String state =
          started == null || finished != null && requested.isAfter(started)
              ? "REQUESTED"
              : finished == null
                  ? "RUNNING"
                  : problem == null ? "DONE" : resumes == null ? "FAILED" : "WAITING";
      return new Import(state, requested, started, finished, problem, resumes, report);
    }
  }
}
