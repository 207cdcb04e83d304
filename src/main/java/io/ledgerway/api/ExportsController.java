package io.ledgerway.api;

import io.ledgerway.setup.CompanyStates;
import io.ledgerway.sql.SqlFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports that somebody asks for. */
@RestController
@RequestMapping("/api/v1/companies/{company}/exports")
@Tag(name = "Exports")
class ExportsController {

  /** What was asked for; ask the postings' summary how far it has come. */
  @Schema(name = "RequestedExport")
  record Requested(String company, Instant requestedAt) {}

  private final CompanyStates states;
  private final JdbcClient jdbc;
  private final Clock clock;

  ExportsController(CompanyStates states, JdbcClient jdbc, Clock clock) {
    this.states = states;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Export everything received so far",
      description =
          "For a company that exports only when asked, and for one that should not wait for a full"
              + " batch. Asking twice changes nothing: each document is sent once.")
  Requested export(@PathVariable String company) {
    states.requireActive(company);
    Instant now = clock.instant();
    jdbc.sql(SqlFile.read("api/request-export"))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("company", company)
        .update();
    return new Requested(company, now);
  }
}
