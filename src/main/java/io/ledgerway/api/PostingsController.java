package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.checking.Undo;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.receipt.Receipts;
import io.ledgerway.story.DocumentCounts;
import io.ledgerway.story.Page;
import io.ledgerway.story.PostingStories;
import io.ledgerway.story.PostingView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What became of a company's documents. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/postings")
@Tag(name = "Postings")
class PostingsController {

  private final PostingStories stories;
  private final KnownCompanies companies;
  private final DocumentCounts documents;
  private final Undo undo;
  private final Receipts receipts;

  PostingsController(
      PostingStories stories,
      KnownCompanies companies,
      DocumentCounts documents,
      Undo undo,
      Receipts receipts) {
    this.undo = undo;
    this.receipts = receipts;
    this.stories = stories;
    this.companies = companies;
    this.documents = documents;
  }

  @GetMapping
  @Operation(summary = "A company's documents, newest first, a page at a time")
  Page<PostingView> postings(
      @PathVariable String company,
      @Parameter(description = "Only documents in this state, e.g. HELD")
          @RequestParam(required = false)
          PostingState state,
      @Parameter(description = "Only this kind, e.g. card-expense") @RequestParam(required = false)
          String kind,
      @Parameter(description = "Only the document that its source knows by this id")
          @RequestParam(required = false)
          String sourceId,
      @Parameter(description = "Only documents of the employee with this e-mail")
          @RequestParam(required = false)
          String employee,
      @Parameter(description = "Dated on or after this day") @RequestParam(required = false)
          LocalDate from,
      @Parameter(description = "Dated on or before this day") @RequestParam(required = false)
          LocalDate to,
      @Parameter(description = "Only documents of this export") @RequestParam(required = false)
          UUID export,
      @Parameter(description = "Only documents that have a receipt in this state, e.g. FAILED")
          @RequestParam(required = false)
          ReceiptState receipts,
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          UUID cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
    companies.require(company);
    WrongRequest.requireLimit(limit);
    return stories.page(
        company,
        new PostingStories.Filter(
            state == null ? null : state.name(),
            kind,
            sourceId,
            employee,
            from,
            to,
            export,
            receipts == null ? null : receipts.name(),
            cursor),
        limit);
  }

  @GetMapping("/summary")
  @Operation(summary = "How many documents stand in each state")
  Map<String, Long> summary(@PathVariable String company) {
    companies.require(company);
    Map<String, Long> counts = new TreeMap<>();
    for (PostingState state : PostingState.values()) {
      counts.put(state.name(), 0L);
    }
    counts.putAll(documents.of(company));
    return counts;
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "One document: the event as it came, the Xero document as sent, and its story")
  PostingView posting(@PathVariable String company, @PathVariable UUID id) {
    return stories
        .one(company, id)
        .orElseThrow(
            () ->
                WrongRequest.notFound(
                    "No posting " + id + " of " + company, "Look at the list for what there is."));
  }

  /**
   * What undoing a document would do, or does.
   *
   * @param undo the posting that undoes it; null in a preview
   */
  record Undone(
      @Schema(description = "The posting that undoes it, to be followed; none in a preview.")
          UUID undo,
      String resource,
      String xeroId,
      @Schema(type = "object", description = "The Xero document that is sent.")
          Map<String, Object> document) {}

  @Allowed(Role.FINANCE)
  @PostMapping("/{id}/undo")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Take what was posted out of Xero again: void, delete or reverse it",
      description =
          "With preview=true nothing is done, and the answer says what would be. It is refused with"
              + " its reason where nothing stands in Xero, in a locked period, and when it was"
              + " asked for before. The undoing is a posting of its own; when it is POSTED the"
              + " document is UNDONE.")
  Undone undo(
      @PathVariable String company,
      @PathVariable UUID id,
      @Parameter(description = "Only say what would be done") @RequestParam(defaultValue = "false")
          boolean preview,
      @Parameter(
              description =
                  "VOID it, or post what takes it back on the first day that is open (REVERSAL),"
                      + " where its period is closed")
          @RequestParam(defaultValue = "VOID")
          Undo.How by) {
    companies.require(company);
    Undo.Preview would =
        undo.preview(company, id, by)
            .orElseThrow(
                () ->
                    WrongRequest.notFound(
                        "No posting " + id + " of " + company,
                        "Look at the list for what there is."));
    UUID done = preview ? null : undo.request(company, id, by).orElse(null);
    return new Undone(done, would.resource(), would.xeroId(), would.document());
  }

  @Allowed(Role.FINANCE)
  @PostMapping("/{id}/receipts/{receipt}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Try one receipt again that failed, now and from the first attempt on",
      description =
          "Nothing else of the document is touched. One that is in Xero, or may be, is not sent"
              + " again.")
  void retry(@PathVariable String company, @PathVariable UUID id, @PathVariable UUID receipt) {
    PostingView posting = posting(company, id);
    PostingView.Receipt named =
        posting.receipts().stream()
            .filter(each -> each.id().equals(receipt))
            .findFirst()
            .orElseThrow(
                () ->
                    WrongRequest.notFound(
                        "No receipt " + receipt + " of posting " + id,
                        "Look at the posting for what there is."));
    if (posting.contentsRemoved() != null) {
      throw new LedgerwayException(
          "CONTENTS_REMOVED",
          posting.contentsRemoved().note() + " Where the receipt was is no longer known.",
          "Attach it in Xero.");
    }
    if (named.state().equals("NOT_CHOSEN") || !receipts.retry(company, id, receipt)) {
      throw new LedgerwayException(
          "RECEIPT_NOT_FAILED",
          "The receipt is " + named.state() + "; only one that is not in Xero is tried again.",
          "Nothing needs to be done.");
    }
  }

  /** The states of a receipt. */
  enum ReceiptState {
    WAITING,
    SENDING,
    ATTACHED,
    FAILED
  }

  /** The states of the ledger. */
  enum PostingState {
    RECEIVED,
    HELD,
    READY,
    SENDING,
    UNCERTAIN,
    POSTED,
    DIFFERENT,
    NOTHING_TO_POST,
    UNDONE
  }
}
