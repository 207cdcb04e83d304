package io.ledgerway.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.AskedBy;
import io.ledgerway.sql.SqlFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One record that could not be accepted: whole, to be mended here where its sender cannot. */
@RestController
@Allowed(Role.OPERATOR)
@RequestMapping("/api/v1/dead-letters/{id}")
@Tag(name = "Dead letters")
class DeadLetterController {

  private static final int LARGEST = 512 * 1024;

  /**
   * @param text as it came, all of it
   * @param edited what goes in instead; null as long as nobody has edited it
   */
  @Schema(name = "WholeDeadLetter")
  record Whole(
      @JsonUnwrapped DeadLetter letter,
      @Schema(description = "All of what came, as text; its bytes are under /payload.") String text,
      @Schema(description = "What goes in instead when it is replayed.") String edited,
      @Schema(description = "The headers that it came with, name and value.", type = "array")
          @JsonRawValue
          String headers) {}

  /** For the description only: what is sent is taken as it is, letter for letter. */
  @Schema(
      name = "EditedEvent",
      type = "object",
      description = "The event as its source's schema describes it.",
      example = "{\"id\": \"exp-17\", \"version\": 2, \"company\": \"acme\"}")
  record EditedEvent() {}

  private final JdbcClient jdbc;
  private final Clock clock;

  DeadLetterController(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "One record that could not be accepted, all of it")
  Whole one(@PathVariable UUID id) {
    return jdbc.sql(SqlFile.read("api/dead-letter"))
        .param("id", id)
        .query(
            (row, number) ->
                new Whole(
                    DeadLetter.of(row),
                    DeadLetter.text(row.getBytes("whole")),
                    DeadLetter.text(row.getBytes("edited")),
                    row.getString("headers")))
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  @GetMapping("/payload")
  @Operation(summary = "The bytes of a record as they came")
  ResponseEntity<byte[]> payload(@PathVariable UUID id) {
    byte[] payload =
        jdbc.sql(SqlFile.read("api/dead-letter"))
            .param("id", id)
            .query((row, number) -> new byte[][] {row.getBytes("whole")})
            .optional()
            .orElseThrow(() -> unknown(id))[0];
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"" + id + "\"")
        .body(payload == null ? new byte[0] : payload);
  }

  @PutMapping(path = "/payload", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Change what goes in when it is replayed",
      description =
          "What came is kept as it came, beside it; the letter says who changed it. Nothing goes in"
              + " before it is replayed, and then by the way on which every record comes.")
  Whole edit(
      @PathVariable UUID id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(schema = @Schema(implementation = EditedEvent.class)))
          @RequestBody
          byte[] edited) {
    if (edited.length > LARGEST) {
      throw WrongRequest.notValid(
          "EVENT_TOO_LARGE",
          "The event has %d bytes.".formatted(edited.length),
          "Send at most %d bytes.".formatted(LARGEST));
    }
    Whole letter = one(id);
    if (letter.letter().enteredAt() != null || edit(id, edited, AskedBy.now()) == 0) {
      throw new LedgerwayException(
          "ENTERED_ALREADY",
          "This record went in already.",
          "Have its source send the change as a higher version.");
    }
    return one(id);
  }

  private int edit(UUID id, byte[] edited, String by) {
    return jdbc.sql(SqlFile.read("api/edit-dead-letter"))
        .param("id", id)
        .param("edited", edited)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  private static WrongRequest unknown(UUID id) {
    return WrongRequest.notFound(
        "There is no dead letter " + id, "Look at the list for what there is.");
  }
}
