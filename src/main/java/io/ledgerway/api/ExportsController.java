package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.export.Begun;
import io.ledgerway.export.ExportRuns;
import io.ledgerway.export.Wanted;
import io.ledgerway.setup.CompanyStates;
import io.ledgerway.sql.StorableText;
import io.ledgerway.story.ExportReader;
import io.ledgerway.story.ExportView;
import io.ledgerway.story.Page;
import io.ledgerway.story.PostingStories;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports: those that somebody asks for, and those that schedules began. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/exports")
@Tag(name = "Exports")
class ExportsController {

  private static final int MOST_IDS = 10_000;

  /** What is to be exported. */
  @Schema(
      name = "ExportRequest",
      description = "Without a body, or with an empty one: everything that has not gone out.",
      example = "{\"filter\": {\"kind\": \"card-expense\", \"to\": \"2026-03-31\"}}")
  record Asked(
      @Schema(description = "Of this source alone.") String source,
      @Schema(description = "These postings, at most 10,000; not together with 'filter'.")
          List<UUID> ids,
      @Schema(description = "What has all of this in common.") Filter filter) {}

  /** As in the list of postings. */
  @Schema(name = "ExportFilter")
  record Filter(
      State state,
      @Schema(description = "Only this kind, e.g. card-expense") String kind,
      @Schema(description = "Only the document that its source knows by this id") String sourceId,
      @Schema(description = "Only documents of the employee with this e-mail") String employee,
      @Schema(description = "Dated on or after this day") LocalDate from,
      @Schema(description = "Dated on or before this day") LocalDate to) {

    Wanted.Filter wanted() {
      return new Wanted.Filter(
          state == null ? null : state.name(), kind, sourceId, employee, from, to);
    }

    boolean isReadable() {
      return Stream.of(kind, sourceId, employee)
          .filter(Objects::nonNull)
          .allMatch(StorableText::is);
    }
  }

  /** Of documents that have not gone out. */
  enum State {
    RECEIVED,
    HELD,
    READY
  }

  /** What became of a request. */
  @Schema(name = "RequestedExport")
  record Requested(
      @Schema(
              description =
                  "Whether it was begun now. Otherwise nothing was left to begin one with, and"
                      + " 'export' is the one under way, if there is one.")
          boolean begun,
      ExportView export,
      @Schema(description = "Of the documents that were named those which it does not have.")
          List<NotTaken> notTaken) {}

  /** A document that was named and is not in the export. */
  @Schema(name = "NotExported")
  record NotTaken(
      UUID id,
      @Schema(
              description =
                  "UNKNOWN, ASKED_FOR_ALREADY, EXPORT_OFF, GOES_BY_ITSELF or NOTHING_TO_SEND")
          String code,
      String message,
      String state,
      @Schema(description = "The export that has it.") UUID export) {

    static NotTaken of(Begun.NotTaken each) {
      return new NotTaken(each.id(), each.code(), each.message(), each.state(), each.run());
    }
  }

  private final CompanyStates states;
  private final KnownSources known;
  private final ExportRuns runs;
  private final ExportReader reader;
  private final PostingStories stories;

  ExportsController(
      CompanyStates states,
      KnownSources known,
      ExportRuns runs,
      ExportReader reader,
      PostingStories stories) {
    this.states = states;
    this.known = known;
    this.runs = runs;
    this.reader = reader;
    this.stories = stories;
  }

  @Allowed(Role.FINANCE)
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Export now: everything that has not gone out, a selection, or what fits a filter",
      description =
          "Which documents are in the export is fixed now: what is ready goes out at once, what is"
              + " held when it is mended. Asking twice changes nothing: each document is in one"
              + " export at a time, and is sent once.")
  Requested export(@PathVariable String company, @RequestBody(required = false) Asked asked) {
    Wanted wanted = asked == null ? new Wanted(null, null, null) : wanted(asked);
    states.requireActive(company);
    Begun begun = runs.request(company, wanted);
    return new Requested(
        begun.begun(),
        begun.run() == null ? null : reader.one(company, begun.run()).orElse(null),
        begun.notTaken().stream().map(NotTaken::of).toList());
  }

  @GetMapping
  @Operation(summary = "A company's exports, newest first, a page at a time")
  Page<ExportView> exports(
      @PathVariable String company,
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          UUID cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
    known.company(company);
    WrongRequest.requireLimit(limit);
    return reader.page(company, cursor, limit);
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "An export: who asked, what became of it, and a page of its documents",
      description = "'results' holds the documents, newest first, with what stands in their way.")
  ExportView one(
      @PathVariable String company,
      @PathVariable UUID id,
      @Parameter(description = "Only documents in this state, e.g. HELD")
          @RequestParam(required = false)
          PostingsController.PostingState state,
      @Parameter(description = "'results.next' of the page before") @RequestParam(required = false)
          UUID cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
    known.company(company);
    WrongRequest.requireLimit(limit);
    return reader
        .one(company, id)
        .map(
            export ->
                export.with(
                    stories.page(
                        company,
                        PostingStories.Filter.ofExport(
                            id, state == null ? null : state.name(), cursor),
                        limit)))
        .orElseThrow(
            () ->
                WrongRequest.notFound(
                    "No export " + id + " of " + company, "Look at the list for what there is."));
  }

  private Wanted wanted(Asked asked) {
    if (asked.source() != null) {
      known.source(asked.source());
    }
    if (asked.ids() != null && asked.filter() != null) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID",
          "'ids' and 'filter' are both given.",
          "Name documents, or what they have in common.");
    }
    if (asked.ids() != null
        && (asked.ids().isEmpty() || asked.ids().size() > MOST_IDS || asked.ids().contains(null))) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID",
          "'ids' are 1 to 10000 ids of postings.",
          "Leave them out to export everything that has not gone out.");
    }
    if (asked.filter() != null && !asked.filter().isReadable()) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID",
          "'filter' has a character that nothing here can have.",
          "Give what documents show in the list of postings.");
    }
    return new Wanted(
        asked.source(), asked.ids(), asked.filter() == null ? null : asked.filter().wanted());
  }
}
