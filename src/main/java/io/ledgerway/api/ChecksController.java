package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.checking.CheckAgain;
import io.ledgerway.story.PostingStories;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Held documents that somebody wants to be looked at again. */
@RestController
@Allowed(Role.FINANCE)
@RequestMapping("/api/v1/companies/{company}/postings")
@Tag(name = "Postings")
class ChecksController {

  private static final String CHECKED =
      "As when what it waits for changes: what still stands in its way holds it again, what Xero"
          + " refused before is tried once more. A document that is not held is left alone, so"
          + " asking twice changes nothing.";

  @Schema(name = "CheckedAgain")
  record CheckedAgain(
      @Schema(description = "Held documents that are checked again, within seconds.")
          int documents) {}

  private final PostingStories stories;
  private final KnownCompanies companies;
  private final CheckAgain checks;

  ChecksController(PostingStories stories, KnownCompanies companies, CheckAgain checks) {
    this.stories = stories;
    this.companies = companies;
    this.checks = checks;
  }

  @PostMapping("/{id}/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Check one held document again", description = CHECKED)
  CheckedAgain one(@PathVariable String company, @PathVariable UUID id) {
    if (stories.one(company, id).isEmpty()) {
      throw WrongRequest.notFound(
          "No posting " + id + " of " + company, "Look at the list for what there is.");
    }
    return new CheckedAgain(checks.one(company, id));
  }

  @PostMapping("/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Check a company's held documents again: all, or those of a cause, kind or id",
      description = CHECKED)
  CheckedAgain some(
      @PathVariable String company,
      @Parameter(description = "Only those that have this problem, e.g. ACCOUNT_ARCHIVED")
          @RequestParam(required = false)
          String code,
      @Parameter(description = "Only this kind, e.g. card-expense") @RequestParam(required = false)
          String kind,
      @Parameter(description = "Only the document that its source knows by this id")
          @RequestParam(required = false)
          String sourceId) {
    companies.require(company);
    return new CheckedAgain(checks.those(company, code, kind, sourceId));
  }
}
