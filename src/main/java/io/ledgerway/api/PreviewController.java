package io.ledgerway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.preview.CaseOfPosting;
import io.ledgerway.preview.Explain;
import io.ledgerway.preview.Preview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would become of an event, or of a document. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}")
@Tag(name = "Preview")
class PreviewController {

  private static final String NOTHING =
      "By the steps that it really takes, in their order; nothing is stored, and Xero is not"
          + " called.";

  private final Preview preview;
  private final Explain explain;
  private final CaseOfPosting cases;
  private final KnownCompanies companies;
  private final KnownSources sources;

  PreviewController(
      Preview preview,
      Explain explain,
      CaseOfPosting cases,
      KnownCompanies companies,
      KnownSources sources) {
    this.cases = cases;
    this.explain = explain;
    this.preview = preview;
    this.companies = companies;
    this.sources = sources;
  }

  @PostMapping(path = "/sources/{source}/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What would become of an event if it came now",
      description = NOTHING,
      requestBody =
          @RequestBody(
              required = true,
              description = "The event, as the source's schema describes it.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = EventBody.class))))
  PreviewView event(
      @PathVariable String company,
      @PathVariable String source,
      @Parameter(
              description = "The route of one record, where the source has more than one",
              example = "acorn-charge")
          @RequestParam(required = false)
          String record,
      InputStream event)
      throws IOException {
    byte[] read = EventBody.read(event);
    companies.require(company);
    return PreviewView.of(preview.ofEvent(company, sources.source(source).name(), record, read));
  }

  @GetMapping("/postings/{id}/preview")
  @Operation(
      summary = "What would become of a document if it were checked now",
      description =
          NOTHING
              + " Of what is READY the document is the one that goes; of what is on its way or in"
              + " Xero, the one that was sent.")
  PreviewView posting(@PathVariable String company, @PathVariable UUID id) {
    companies.require(company);
    return preview
        .ofPosting(company, id)
        .map(PreviewView::of)
        .orElseThrow(() -> noPosting(company, id));
  }

  @PostMapping(path = "/sources/{source}/explain", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What each field of the document would be made of that an event would become",
      description = NOTHING,
      requestBody =
          @RequestBody(
              required = true,
              description = "The event, as the source's schema describes it.",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = EventBody.class))))
  ExplanationView explainEvent(
      @PathVariable String company,
      @PathVariable String source,
      @Parameter(
              description = "The route of one record, where the source has more than one",
              example = "acorn-charge")
          @RequestParam(required = false)
          String record,
      InputStream event)
      throws IOException {
    byte[] read = EventBody.read(event);
    companies.require(company);
    return ExplanationView.of(
        explain.ofEvent(company, sources.source(source).name(), record, read));
  }

  @GetMapping("/postings/{id}/explain")
  @Operation(
      summary = "What each field of a document, and each problem, is made of",
      description =
          NOTHING
              + " As mappings and books are now; 'asInLedger' says whether that is what the ledger"
              + " holds.")
  ExplanationView explainPosting(@PathVariable String company, @PathVariable UUID id) {
    companies.require(company);
    return explain
        .ofPosting(company, id)
        .map(ExplanationView::of)
        .orElseThrow(() -> noPosting(company, id));
  }

  /** A golden case. */
  @Schema(name = "GoldenCase")
  record CaseView(
      @Schema(description = "The mapping that it is for.", example = "acorn/charge") String mapping,
      @Schema(
              description = "The event, with others in the place of people.",
              implementation = Object.class,
              type = "object",
              example = "{\"id\": \"exp-1001\"}")
          JsonNode event,
      @Schema(
              description = "The books that it needs.",
              implementation = Object.class,
              type = "object",
              example = "{\"company\": \"acme\"}")
          JsonNode books,
      @Schema(description = "The text of what must come of it; none when problems must.")
          String document,
      @Schema(description = "The text of the problems that must; none when a document must.")
          String problems) {}

  @GetMapping("/postings/{id}/case")
  @Operation(
      summary = "A golden case of a document: its event, the books it needs, what must come of it",
      description =
          "With others in the place of e-mail addresses, names and free text, of one always the"
              + " same. To be read before it is kept.")
  CaseView goldenCase(@PathVariable String company, @PathVariable UUID id) {
    companies.require(company);
    return cases
        .of(company, id)
        .map(
            each ->
                new CaseView(
                    each.mapping(), each.event(), each.books(), each.document(), each.problems()))
        .orElseThrow(() -> noPosting(company, id));
  }

  private static WrongRequest noPosting(String company, UUID id) {
    return WrongRequest.notFound(
        "No posting " + id + " of " + company, "Look at the list for what there is.");
  }
}
