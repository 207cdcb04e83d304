package io.ledgerway.api;

import io.ledgerway.sql.SqlFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came in and could not be accepted. */
@RestController
@Tag(name = "Dead letters")
class DeadLettersController {

  @Schema(name = "DeadLetter")
  record DeadLetter(
      UUID id,
      String topic,
      int partition,
      long offset,
      String key,
      String company,
      String sourceId,
      String code,
      String message,
      String action,
      Instant receivedAt,
      @Schema(
              description =
                  "What lets it go in again by itself when it changes, e.g."
                      + " mapping:<source>/ledger-entry; missing when its sender must mend it.")
          String waitsFor,
      @Schema(description = "When it went in after all; missing while it has not.")
          Instant enteredAt,
      @Schema(description = "The size of the record's value.") Integer bytes,
      @Schema(description = "The value's first 4,000 bytes as text.") String payload) {}

  private final JdbcClient jdbc;

  DeadLettersController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/api/v1/dead-letters")
  @Operation(summary = "Records that could not be accepted, newest first, a page at a time")
  Page<DeadLetter> deadLetters(
      @RequestParam(required = false) String company,
      @Parameter(description = "Only this reason, e.g. NOT_JSON") @RequestParam(required = false)
          String code,
      @RequestParam(required = false) UUID cursor,
      @RequestParam(defaultValue = "50") int limit) {
    WrongRequest.requireLimit(limit);
    List<DeadLetter> found =
        jdbc.sql(SqlFile.read("api/dead-letters"))
            .param("before", cursor)
            .param("company", company)
            .param("code", code)
            .param("limit", limit + 1)
            .query((row, number) -> letter(row))
            .list();
    return Page.of(found, limit, DeadLetter::id);
  }

  private static DeadLetter letter(ResultSet row) throws SQLException {
    byte[] payload = row.getBytes("payload");
    return new DeadLetter(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getInt("partition_no"),
        row.getLong("record_offset"),
        row.getString("record_key"),
        row.getString("company"),
        row.getString("source_id"),
        row.getString("code"),
        row.getString("message"),
        row.getString("action"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("waits_for"),
        instant(row.getObject("entered_at", OffsetDateTime.class)),
        row.getObject("bytes", Integer.class),
        payload == null ? null : new String(payload, StandardCharsets.UTF_8));
  }

  private static Instant instant(OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
