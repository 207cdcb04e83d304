package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.story.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came in and could not be accepted. */
@RestController
@Allowed(Role.OPERATOR)
@Tag(name = "Dead letters")
class DeadLettersController {

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
      @Parameter(description = "Only those of this topic") @RequestParam(required = false)
          String topic,
      @Parameter(description = "Only those that went in after all, or only those that did not")
          @RequestParam(required = false)
          Boolean entered,
      @Parameter(
              description =
                  "Only those with this text in their id, key or reason (in any case), or in what"
                      + " came (as it is written there)")
          @RequestParam(required = false)
          String search,
      @RequestParam(required = false) UUID cursor,
      @RequestParam(defaultValue = "50") int limit) {
    WrongRequest.requireLimit(limit);
    List<DeadLetter> found =
        jdbc.sql(SqlFile.read("api/dead-letters"))
            .param("before", cursor)
            .param("company", company)
            .param("code", code)
            .param("topic", topic)
            .param("entered", entered)
            .param("search", search)
            .param("limit", limit + 1)
            .query((row, number) -> DeadLetter.of(row))
            .list();
    return Page.of(found, limit, DeadLetter::id);
  }
}
