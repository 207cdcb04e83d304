package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.access.Standing;
import io.ledgerway.access.Standings;
import io.ledgerway.company.CompanyReader;
import io.ledgerway.company.CompanyView;
import io.ledgerway.connection.Asker;
import io.ledgerway.connection.ConnectionChecks;
import io.ledgerway.connection.Connections;
import io.ledgerway.connection.Consents;
import io.ledgerway.connection.Offer;
import io.ledgerway.connection.Offers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A company's connection to its Xero organisation. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/connection")
@Tag(name = "Connection")
class ConnectionController {

  /** One of the offered organisations, or the credentials of a custom connection. */
  @Schema(
      name = "ConnectionChoice",
      example = "{\"clientId\": \"sandbox\", \"clientSecret\": \"sandbox\"}")
  record Choice(
      @Schema(description = "An organisation of GET …/connection/offers.") String tenantId,
      @Schema(description = "Of a Xero custom connection.") String clientId,
      @Schema(description = "To that id.") String clientSecret) {

    @AssertTrue(message = "Give either tenantId, or clientId and clientSecret")
    @Schema(hidden = true)
    boolean isOneWay() {
      return blank(tenantId)
          ? !blank(clientId) && !blank(clientSecret)
          : blank(clientId) && blank(clientSecret);
    }

    private static boolean blank(String text) {
      return text == null || text.isBlank();
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
      return "Choice[tenantId=" + tenantId + ", clientId=" + clientId + "]";
    }
  }

  /** What the organisation's plan at Xero allows. */
  @Schema(name = "ConnectionPlan", example = "{\"dayLimit\": 1000}")
  record Plan(
      @Schema(
              description =
                  "Calls a day: 1000 with Xero's Starter tier, 5000 otherwise. What is kept of a"
                      + " day for documents is a part of it.")
          @NotNull
          @Min(1)
          @Max(1_000_000)
          Integer dayLimit) {}

  private final CompanyReader reader;
  private final KnownCompanies known;
  private final Connections connections;
  private final Consents consents;
  private final Offers offers;
  private final ConnectionChecks checks;
  private final Standings standings;

  ConnectionController(
      CompanyReader reader,
      KnownCompanies known,
      Connections connections,
      Consents consents,
      Offers offers,
      ConnectionChecks checks,
      Standings standings) {
    this.reader = reader;
    this.known = known;
    this.connections = connections;
    this.consents = consents;
    this.offers = offers;
    this.checks = checks;
    this.standings = standings;
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/consent")
  @Operation(
      summary = "Begin a consent: open the url in a browser within ten minutes",
      description =
          "The person signs in at Xero, chooses an organisation and comes back to this engine,"
              + " which connects the company.")
  Consents.Request consent(@PathVariable String company) {
    known.require(company);
    return consents.ask(company, Asker.program(caller().caller()));
  }

  @Allowed(Role.ADMIN)
  @GetMapping("/offers")
  @Operation(
      summary = "Organisations that the caller's own consents have opened",
      description =
          "Those with 'heldBy' belong to another company, which is named to whoever may look at"
              + " it.")
  List<Offer> offers(@PathVariable String company) {
    known.require(company);
    Standing caller = caller();
    return offers.of(company, caller.caller()).stream()
        .map(
            offer ->
                offer.heldBy() == null || caller.sees(offer.heldBy())
                    ? offer
                    : new Offer(offer.tenantId(), offer.name(), "another company"))
        .toList();
  }

  private Standing caller() {
    return standings.now().orElseThrow();
  }

  @Allowed(Role.ADMIN)
  @PutMapping
  @Operation(summary = "Connect to an offered organisation, or by a Xero custom connection")
  CompanyView connect(@PathVariable String company, @Valid @RequestBody Choice choice) {
    known.require(company);
    if (choice.tenantId() == null || choice.tenantId().isBlank()) {
      connections.connect(company, choice.clientId(), choice.clientSecret());
    } else {
      offers.choose(company, caller().caller(), choice.tenantId());
    }
    return reader.one(company).orElseThrow();
  }

  @Allowed(Role.ADMIN)
  @PatchMapping
  @Operation(summary = "Say how many calls a day the organisation's plan at Xero allows")
  CompanyView plan(@PathVariable String company, @Valid @RequestBody Plan plan) {
    known.require(company);
    connections.dayLimit(company, plan.dayLimit());
    return reader.one(company).orElseThrow();
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/test")
  @Operation(
      summary = "Look whether the connection does what is needed; reads only",
      description =
          "Credentials, scopes, organisation, lock dates, bank accounts and what is left of the"
              + " plan's limits, each with what to do. Costs two calls of the organisation's day.")
  List<ConnectionChecks.Check> test(@PathVariable String company) {
    known.require(company);
    return checks.run(company);
  }

  @Allowed(Role.ADMIN)
  @DeleteMapping
  @Operation(summary = "Disable the company's connection; its settings and documents stay")
  CompanyView disable(@PathVariable String company) {
    known.require(company);
    connections.disable(company, "disabled by the administrator");
    return reader.one(company).orElseThrow();
  }
}
