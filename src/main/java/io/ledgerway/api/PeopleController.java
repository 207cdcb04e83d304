package io.ledgerway.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.person.Erasures;
import io.ledgerway.person.PersonSearch;
import io.ledgerway.reference.AskedBy;
import io.ledgerway.story.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One person's data. The e-mail stands in the body: addresses are logged on their way. */
@RestController
@Allowed(Role.ADMIN)
@RequestMapping("/api/v1/companies/{company}/people")
@Tag(name = "People")
class PeopleController {

  /** Whom it is about. */
  @Schema(name = "Person", example = "{\"email\": \"ada.kerr@acme.example\"}")
  record Person(@NotBlank @Email @Size(max = 320) String email) {}

  /** Where a person's data is. */
  @Schema(name = "PersonData")
  record PersonData(
      @Schema(description = "Documents that are the person's, newest first, a page at a time.")
          Page<PersonDocument> documents,
      @Schema(
              description =
                  "Users, contacts, choices, letters and how many changes of those records the sync"
                      + " log has; the first 500, with the first page only.")
          List<PersonPlace> elsewhere) {}

  @Schema(name = "PersonDocument")
  record PersonDocument(
      UUID id,
      String source,
      String sourceId,
      String state,
      @Schema(description = "Whether its contents can be erased now.") boolean finished) {}

  @Schema(name = "PersonPlace")
  record PersonPlace(
      @Schema(description = "users, contacts, choices, letters or changes.") String place,
      String id,
      @Schema(description = "ACTIVE or INACTIVE, CHOSEN, ENTERED, WAITING or REFUSED, or how many.")
          String state) {}

  /** What became of a request to erase. */
  @Schema(name = "Erasure")
  record ErasureView(
      UUID id,
      @Schema(description = "RUNNING or DONE.") String state,
      @Schema(description = "SHA-256 of the e-mail in lower case, which itself is not kept.")
          String emailHash,
      String askedBy,
      Instant askedAt,
      Instant endedAt,
      @Schema(
              type = "object",
              implementation = Object.class,
              description =
                  "How many documents, letters, records, changes and others were erased; 'left'"
                      + " names what was not, each with its place, id and reason.",
              example =
                  "{\"documents\": 12, \"left\": [{\"place\": \"documents\", \"id\": \"…\","
                      + " \"reason\": \"It is HELD: erase again when it is finished.\"}]}")
          @JsonRawValue
          String result) {

    static ErasureView of(Erasures.Erasure erasure) {
      return new ErasureView(
          erasure.id(),
          erasure.endedAt() == null ? "RUNNING" : "DONE",
          erasure.emailHash(),
          erasure.askedBy(),
          erasure.askedAt(),
          erasure.endedAt(),
          erasure.counts());
    }
  }

  private final PersonSearch search;
  private final Erasures erasures;
  private final KnownCompanies companies;

  PeopleController(PersonSearch search, Erasures erasures, KnownCompanies companies) {
    this.search = search;
    this.erasures = erasures;
    this.companies = companies;
  }

  @PostMapping("/search")
  @Operation(
      summary = "Where a person's data is",
      description =
          "Whose a document is, its source's mapping says. What only mentions a person in passing"
              + " is found by the erasure, which reads all of it.")
  PersonData search(
      @PathVariable String company,
      @Valid @RequestBody Person person,
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          UUID cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
    companies.require(company);
    WrongRequest.requireLimit(limit);
    return new PersonData(
        Page.of(
            search.documents(company, person.email(), cursor, limit + 1).stream()
                .map(
                    each ->
                        new PersonDocument(
                            each.id(),
                            each.source(),
                            each.sourceId(),
                            each.state(),
                            each.finished()))
                .toList(),
            limit,
            PersonDocument::id),
        cursor != null
            ? null
            : search.elsewhere(company, person.email()).stream()
                .map(each -> new PersonPlace(each.place(), each.id(), each.state()))
                .toList());
  }

  @PostMapping("/erasures")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Erase a person's data; the evidence of what was posted stays",
      description =
          "Events, words and names of finished documents go, and so does what letters, changes,"
              + " users and contacts that are no longer active, and exports say of the person."
              + " Amounts, accounts, Xero's ids, markers and hashes stay. What is not finished is"
              + " left, and named with the reason. It goes on in the background; asking twice does"
              + " no harm. This cannot be taken back.")
  ErasureView erase(@PathVariable String company, @Valid @RequestBody Person person) {
    companies.require(company);
    UUID id =
        erasures.request(
            company, person.email(), Objects.requireNonNullElse(AskedBy.now(), "somebody"));
    return erasure(company, id);
  }

  @GetMapping("/erasures/{id}")
  @Operation(summary = "What became of a request to erase: who asked when, and what was removed")
  ErasureView erasure(@PathVariable String company, @PathVariable UUID id) {
    companies.require(company);
    return erasures
        .find(company, id)
        .map(ErasureView::of)
        .orElseThrow(
            () ->
                WrongRequest.notFound("No erasure " + id + " of " + company, "POST asks for one."));
  }
}
