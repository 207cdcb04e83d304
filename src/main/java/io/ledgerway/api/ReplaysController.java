package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.sql.SqlFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters that somebody wants to go in again. */
@RestController
@Allowed(Role.OPERATOR)
@RequestMapping("/api/v1/dead-letters")
@Tag(name = "Dead letters")
class ReplaysController {

  private static final String AGAIN =
      "By the way on which every record comes: what is in the ledger already is not entered twice,"
          + " and what is refused again keeps its letter, with the new reason. Asking twice changes"
          + " nothing.";

  @Schema(name = "Replay")
  record Replay(
      @Schema(description = "Letters that go in again, within seconds.") long letters,
      @Schema(description = "Letters asked for that have gone in before.") long enteredBefore) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  ReplaysController(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @PostMapping("/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Take one dead letter in again", description = AGAIN)
  Replay one(@PathVariable UUID id) {
    Replay replay = replay(id, null, null, null);
    if (replay.letters() + replay.enteredBefore() == 0) {
      throw WrongRequest.notFound(
          "There is no dead letter " + id, "Look at the list for what there is.");
    }
    return replay;
  }

  @PostMapping("/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Take all dead letters with the same reason in again, of one company or topic",
      description = AGAIN)
  Replay byCause(
      @Parameter(description = "The reason, e.g. UNKNOWN_COMPANY") @RequestParam String code,
      @Parameter(description = "Only those that name this company") @RequestParam(required = false)
          String company,
      @Parameter(description = "Only those of this topic") @RequestParam(required = false)
          String topic) {
    return replay(null, code, company, topic);
  }

  private Replay replay(UUID id, String code, String company, String topic) {
    return jdbc.sql(SqlFile.read("api/replay"))
        .param("id", id)
        .param("code", code)
        .param("company", company)
        .param("topic", topic)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Replay(row.getLong("asked"), row.getLong("letters") - row.getLong("asked")))
        .single();
  }
}
