package io.ledgerway.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A company, what it has chosen, and how it stands with Xero. */
@Schema(name = "Company")
record CompanyView(
    String id,
    String name,
    String exportMode,
    String mixedSigns,
    String transferAccount,
    Map<String, String> cards,
    Connection connection,
    Import lastImport,
    Instant exportRequestedAt,
    @Schema(
            description =
                "What keeps documents from going out, and what to do; empty when nothing does.")
        List<String> waitingFor,
    @Schema(
            description =
                "Choices that do not bind in the books that are connected now; empty when all do.")
        List<Review> reviewNeeded) {

  @Schema(name = "CompanyReview")
  record Review(
      @Schema(description = "transferAccount, or card: and the card's id") String setting,
      String accountId,
      String message) {}

  @Schema(name = "CompanyConnection")
  record Connection(
      @Schema(description = "NOT_CONNECTED, ACTIVE, EXPIRED or DISABLED") String state,
      String reason,
      String tenantId,
      String tenantName,
      @Schema(description = "Calls a day that Xero allows.") Integer dayLimit,
      @Schema(description = "Xero told this organisation to wait until then.") Instant pausedUntil,
      String pauseReason) {}

  @Schema(name = "CompanyImport")
  record Import(
      @Schema(description = "REQUESTED, RUNNING, DONE or FAILED") String state,
      Instant requestedAt,
      Instant startedAt,
      Instant finishedAt,
      String problem) {

    static Import of(Instant requested, Instant started, Instant finished, String problem) {
      if (requested == null) {
        return null;
      }
      String state =
          started == null || finished != null && requested.isAfter(started)
              ? "REQUESTED"
              : finished == null ? "RUNNING" : problem == null ? "DONE" : "FAILED";
      return new Import(state, requested, started, finished, problem);
    }
  }
}
