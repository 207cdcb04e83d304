package io.ledgerway.api;

import io.ledgerway.access.Allowed;
import io.ledgerway.access.ApiKey;
import io.ledgerway.access.ApiKeys;
import io.ledgerway.access.Role;
import io.ledgerway.access.Standings;
import io.ledgerway.problem.LedgerwayException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys with which programs call this API for one company. */
@RestController
@Allowed(Role.ADMIN)
@RequestMapping("/api/v1/companies/{company}/keys")
@Tag(name = "Members")
class KeysController {

  /** What a new key is for. */
  @Schema(
      name = "NewKey",
      example =
          "{\"name\": \"nightly report\", \"role\": \"VIEWER\", \"expiresAt\":"
              + " \"2028-01-01T00:00:00Z\"}")
  record NewKey(
      @Schema(description = "By which people know it.") @NotBlank @Size(max = 100) String name,
      @Schema(description = "VIEWER, FINANCE or ADMIN") @NotNull Role role,
      @Schema(description = "Left out: it does not expire.") Instant expiresAt) {}

  private final ApiKeys keys;
  private final KnownCompanies companies;
  private final Standings standings;
  private final Clock clock;

  KeysController(ApiKeys keys, KnownCompanies companies, Standings standings, Clock clock) {
    this.keys = keys;
    this.companies = companies;
    this.standings = standings;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "The company's keys, without the keys, newest first")
  List<ApiKey> keys(@PathVariable String company) {
    companies.require(company);
    return keys.of(company);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make a key for this company; it is shown once")
  ApiKeys.Made make(@PathVariable String company, @Valid @RequestBody NewKey wanted) {
    companies.require(company);
    if (wanted.role() == Role.OPERATOR) {
      throw new LedgerwayException(
          "ROLE_NOT_OF_COMPANY",
          "An operator's key is one for all companies.",
          "Choose VIEWER, FINANCE or ADMIN; the operator's key is LEDGERWAY_API_KEY.");
    }
    if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
      throw WrongRequest.notValid(
          "EXPIRY_PAST", "expiresAt lies in the past", "Give a time to come, or none.");
    }
    return keys.make(
        company,
        wanted.name(),
        wanted.role(),
        wanted.expiresAt(),
        standings.now().orElseThrow().caller());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a key at once")
  void revoke(@PathVariable String company, @PathVariable UUID id) {
    companies.require(company);
    if (!keys.revoke(company, id)) {
      throw WrongRequest.notFound(
          "There is no key " + id + " in force of this company", "Look at the list.");
    }
  }
}
