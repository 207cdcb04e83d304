package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.company.CompanyReader;
import io.ledgerway.company.CompanyView;
import io.ledgerway.notice.Needs;
import io.ledgerway.problem.Problem.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What somebody has to see to, collected: each need once, however many documents have it. */
@RestController
@Allowed(Role.VIEWER)
@Tag(name = "Postings")
class AttentionController {

  @Schema(name = "Attention")
  record Attention(
      @Schema(description = "What keeps the whole company from exporting; empty when nothing does.")
          List<String> company,
      @Schema(description = "What documents are held, differ or are uncertain for.")
          List<Need> documents,
      @Schema(description = "Records that name the company and were not entered.")
          List<Letters> letters,
      @Schema(description = "Receipts that could not be attached.") List<Receipts> receipts) {}

  @Schema(name = "Need")
  record Need(
      String code,
      Actor actor,
      String message,
      String action,
      @Schema(description = "How many documents have it.") long documents,
      @Schema(description = "Since when the first of them has.") Instant since,
      @Schema(description = "Some of them.") List<UUID> some) {

    static Need of(io.ledgerway.notice.Need need) {
      return new Need(
          need.code(),
          need.actor(),
          need.message(),
          need.action(),
          need.number(),
          need.since(),
          need.some());
    }
  }

  @Schema(name = "LettersOfOneReason")
  record Letters(String code, String action, long letters, Instant since) {}

  @Schema(name = "ReceiptsOfOneReason")
  record Receipts(String code, Actor actor, String action, long receipts, Instant since) {}

  private final CompanyReader reader;
  private final KnownCompanies companies;
  private final Needs needs;

  AttentionController(CompanyReader reader, KnownCompanies companies, Needs needs) {
    this.reader = reader;
    this.companies = companies;
    this.needs = needs;
  }

  @GetMapping("/api/v1/companies/{company}/attention")
  @Operation(
      summary = "What somebody has to see to, each need once",
      description =
          "Documents with the same need are counted, those first that hold up most: mending it"
              + " releases all of them.")
  Attention attention(
      @PathVariable String company,
      @Parameter(description = "Only what that person can mend") @RequestParam(required = false)
          Actor actor,
      @Parameter(description = "1 to 500 needs of documents") @RequestParam(defaultValue = "100")
          int limit) {
    companies.require(company);
    WrongRequest.requireLimit(limit);
    return new Attention(
        reader.one(company).map(CompanyView::waitingFor).orElse(List.of()),
        needs.ofDocuments(company, actor, limit).stream().map(Need::of).toList(),
        needs.ofRecords(company).stream()
            .map(each -> new Letters(each.code(), each.action(), each.number(), each.since()))
            .toList(),
        needs.ofReceipts(company).stream()
            .map(
                each ->
                    new Receipts(
                        each.code(), each.actor(), each.action(), each.number(), each.since()))
            .toList());
  }
}
