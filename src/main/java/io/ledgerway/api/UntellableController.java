package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.sql.SqlFile;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What could not be told to a source. */
@RestController
@Allowed(Role.OPERATOR)
@Tag(name = "Untellable")
class UntellableController {

  @Schema(name = "Untellable")
  record Untellable(
      @Schema(description = "outcome, dead-letter or reference-record") String kind,
      String item,
      String company,
      @Schema(description = "The source's id of the document, or the id of the record.")
          String subject,
      String code,
      String message,
      @Schema(
              description =
                  "What lets it be told again when it changes, e.g. mapping:shared/outcome")
          String waitsFor,
      Instant since) {}

  record Untellables(List<Untellable> items) {}

  private final JdbcClient jdbc;

  UntellableController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @GetMapping("/api/v1/untellable")
  @Operation(
      summary = "What could not be told, newest first; it is told when its mapping is mended")
  Untellables untellable(
      @RequestParam(required = false) String company,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > 500) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "limit must be from 1 to 500");
    }
    return new Untellables(
        jdbc.sql(SqlFile.read("api/untellable"))
            .param("company", company)
            .param("limit", limit)
            .query((row, number) -> one(row))
            .list());
  }

  private static Untellable one(ResultSet row) throws SQLException {
    return new Untellable(
        row.getString("kind"),
        row.getString("item"),
        row.getString("company"),
        row.getString("subject"),
        row.getString("code"),
        row.getString("message"),
        row.getString("waits_for"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
