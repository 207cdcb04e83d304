package io.ledgerway.routemap;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.DatabaseAway;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Why a step failed last, in words that may be shown: those of the engine itself, never what a
 * library, the database or another system said.
 *
 * @param code of the failure; {@code UNFORESEEN} of what the engine did not raise itself
 * @param message the engine's own sentence; null of what it did not raise itself
 * @param type what kind of thing that was; null of what the engine raised itself
 */
@Schema(name = "StepFailure")
public record LastFailure(
    @Schema(description = "UNFORESEEN where the engine did not raise it itself.") String code,
    String message,
    @Schema(description = "What kind of failure an UNFORESEEN one is; the log has it whole.")
        String type,
    Instant at) {

  private static final int DEEPEST = 50;

  static LastFailure of(Throwable failure, Instant at) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause instanceof LedgerwayException known) {
        return new LastFailure(known.code(), known.loggedMessage(), null, at);
      }
    }
    return new LastFailure(
        DatabaseAway.isCauseOf(failure) ? "DATABASE_AWAY" : "UNFORESEEN",
        null,
        failure.getClass().getSimpleName(),
        at);
  }
}
