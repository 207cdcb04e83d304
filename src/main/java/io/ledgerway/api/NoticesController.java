package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.notice.Deliveries;
import io.ledgerway.notice.Deliveries.Sent;
import io.ledgerway.notice.Destination;
import io.ledgerway.notice.Destination.Kind;
import io.ledgerway.notice.Destination.When;
import io.ledgerway.notice.Destinations;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.story.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a company wants to be told what needs somebody, and what it was told. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/notices")
@Tag(name = "Notices")
class NoticesController {

  /** All destinations, as they are. */
  @Schema(name = "Notices")
  record View(List<DestinationView> destinations) {}

  /** A destination, as it is. */
  @Schema(name = "NoticeDestination")
  record DestinationView(
      UUID id,
      Kind kind,
      String url,
      List<String> addresses,
      When when,
      @Schema(type = "string", example = "08:00") LocalTime at,
      @Schema(description = "By whose clock.") String zone,
      @Schema(description = "Whose needs are told; none named: everybody's.") List<Actor> actors,
      boolean enabled,
      @Schema(description = "What its receiver said before it was switched off by itself.")
          String switchedOffBecause,
      @Schema(description = "When the secret was set that is never shown.") Instant secretSetAt,
      @Schema(description = "When it is looked for news next; missing while nothing has changed.")
          Instant nextAt) {

    static DestinationView of(Destination each) {
      boolean mail = each.kind() == Kind.EMAIL;
      return new DestinationView(
          each.id(),
          each.kind(),
          each.url(),
          mail ? each.addresses() : null,
          each.when(),
          each.at(),
          each.when() == When.DAILY ? each.zone() : null,
          each.actors(),
          each.enabled(),
          each.switchedOffBecause(),
          each.secretSetAt(),
          each.enabled() ? each.nextAt() : null);
    }
  }

  /** All destinations, as somebody chooses them. */
  @Schema(
      name = "NoticesChange",
      example =
          "{\"destinations\": [{\"kind\": \"WEBHOOK\", \"url\":"
              + " \"https://hooks.acme.example/xero\", \"secret\": \"a-long-secret-of-your-own\","
              + " \"when\": \"AT_ONCE\"}]}")
  record Change(List<DestinationChange> destinations) {}

  /** A destination, as somebody chooses it. */
  @Schema(name = "NoticeDestinationChange")
  record DestinationChange(
      @Schema(description = "Of one that there is; left out, it is a new one.") UUID id,
      @Schema(
              description =
                  "TOPIC: a record in the operator's topic, keyed by company. WEBHOOK: a signed"
                      + " request. EMAIL.")
          Kind kind,
      @Schema(description = "WEBHOOK: an https address of the public internet.") String url,
      @Schema(description = "EMAIL: 1 to 20 addresses.") List<String> addresses,
      @Schema(
              description =
                  "AT_ONCE: what is new, has grown tenfold or is solved, gathered for a minute."
                      + " DAILY: all that stands open, when anything has changed.")
          When when,
      @Schema(
              description = "DAILY: by the clock of the company's zone (syncZone); else 08:00.",
              type = "string",
              example = "08:00")
          LocalTime at,
      @Schema(description = "Whose needs are told; left out, everybody's.") List<Actor> actors,
      @Schema(
              description =
                  "WEBHOOK: what notices are signed with, 16 characters or more. Left out, it"
                      + " stays; changed, both sign for a day.")
          String secret,
      @Schema(description = "Left out, it stays as it is, or is on.") Boolean enabled) {

    Destination.Change change() {
      return new Destination.Change(id, kind, url, addresses, when, at, actors, secret, enabled);
    }

    /** A record would say the secret. */
    @Override
    public String toString() {
      return "DestinationChange[" + id + "]";
    }
  }

  /** A notice, and what became of it. */
  @Schema(name = "NoticeDelivery")
  record DeliveryView(
      @Schema(description = "Its receiver knows it again by it.") UUID id,
      UUID destination,
      Kind kind,
      @Schema(description = "CHANGES (at once), DIGEST (daily) or TEST.") String occasion,
      @Schema(description = "WAITING, DELIVERED or GIVEN_UP.") String state,
      int failedAttempts,
      @Schema(description = "Why the last attempt failed.") String problem,
      @Schema(description = "When it is tried next.") Instant nextAt,
      Instant madeAt,
      Instant endedAt,
      @Schema(description = "As it is sent: routes/notice/schemas/notice.v1.schema.json")
          Object notice) {

    static DeliveryView of(Sent sent) {
      return new DeliveryView(
          sent.id(),
          sent.destination(),
          sent.kind(),
          sent.occasion(),
          sent.state(),
          sent.failedAttempts(),
          sent.problem(),
          sent.nextAt(),
          sent.madeAt(),
          sent.endedAt(),
          sent.notice());
    }
  }

  private final KnownCompanies companies;
  private final Destinations destinations;
  private final Deliveries deliveries;

  NoticesController(KnownCompanies companies, Destinations destinations, Deliveries deliveries) {
    this.companies = companies;
    this.destinations = destinations;
    this.deliveries = deliveries;
  }

  @GetMapping
  @Operation(summary = "Where the company wants to be told what needs somebody")
  View get(@PathVariable String company) {
    companies.require(company);
    return new View(destinations.of(company).stream().map(DestinationView::of).toList());
  }

  @Allowed(Role.ADMIN)
  @PutMapping
  @Operation(
      summary = "Choose where the company wants to be told what needs somebody",
      description =
          "All destinations, at most ten; one that is left out is forgotten, with what was sent"
              + " there.")
  View put(@PathVariable String company, @RequestBody Change change) {
    companies.require(company);
    if (change.destinations() == null) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID", "'destinations' is missing.", "Give a list, which may be empty.");
    }
    destinations.choose(
        company,
        change.destinations().stream().map(each -> each == null ? null : each.change()).toList());
    return get(company);
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/{destination}/test")
  @Operation(
      summary = "Send a notice that says nothing but that it arrives, and see what happens",
      description = "It is tried once.")
  DeliveryView test(
      @PathVariable String company,
      @Parameter(example = "0197a1b2-0000-7000-8000-000000000000") @PathVariable UUID destination) {
    companies.require(company);
    if (destinations.of(company).stream().noneMatch(each -> each.id().equals(destination))) {
      throw WrongRequest.notFound(
          "The company has no such destination.", "GET its notices for their ids.");
    }
    return DeliveryView.of(deliveries.test(company, destination));
  }

  @GetMapping("/deliveries")
  @Operation(summary = "What was sent, is to be sent, or was given up, the latest first")
  Page<DeliveryView> deliveries(
      @PathVariable String company,
      @Parameter(description = "'next' of the page before") @RequestParam(required = false)
          UUID cursor,
      @Parameter(description = "1 to 500") @RequestParam(defaultValue = "50") int limit) {
    companies.require(company);
    WrongRequest.requireLimit(limit);
    return Page.of(
        deliveries.of(company, cursor, limit + 1).stream().map(DeliveryView::of).toList(),
        limit,
        DeliveryView::id);
  }
}
