package io.ledgerway.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.ledgerway.access.Allowed;
import io.ledgerway.access.Role;
import io.ledgerway.polling.Poll;
import io.ledgerway.polling.PolledSources;
import io.ledgerway.polling.PolledSources.Reading;
import io.ledgerway.reference.AskedBy;
import io.ledgerway.source.CompanySource;
import io.ledgerway.source.CompanySource.Blocked;
import io.ledgerway.source.CompanySources;
import io.ledgerway.source.Source;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sources that a company has, and the readings of those that are asked for records. */
@RestController
@Allowed(Role.VIEWER)
@RequestMapping("/api/v1/companies/{company}/sources")
@Tag(name = "Sources")
class CompanySourcesController {

  /** A source of the company. */
  @Schema(name = "CompanySource")
  record View(
      String source,
      String title,
      @Schema(description = "The source's own id of the company.") String account,
      boolean enabled,
      @Schema(description = "Whether it is asked for records, rather than sending them.")
          boolean polled,
      @Schema(description = "Names of the secrets that are set; what they are is never shown.")
          List<String> secrets,
      @Schema(description = "Names of the secrets that are still to be set.")
          List<String> secretsMissing,
      @Schema(description = "Why it is not asked until somebody has acted.") Blocked blocked,
      @Schema(description = "The latest date among the records that came, as the source wrote it.")
          String readUntil,
      Instant nextPollAt) {}

  /** What a source is to a company. */
  @Schema(
      name = "CompanySourceChange",
      example = "{\"account\": \"3F1C9A77D2B40E55\", \"enabled\": true}")
  record Change(
      @Schema(description = "The source's own id of the company; left out, it stays.")
          String account,
      @Schema(description = "Left out, it stays as it is, or is on.") Boolean enabled) {}

  /** Secrets by their names. */
  @Schema(
      name = "SourceSecrets",
      description = "By the names that the source has for them; those that are left out stay.",
      additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
      example = "{\"partnerUserSecret\": \"hush\"}")
  static final class SecretsBody {
    private final Map<String, String> secrets = new LinkedHashMap<>();

    @JsonAnySetter
    void set(String name, String secret) {
      secrets.put(name, secret);
    }
  }

  /** A reading that is asked for. */
  @Schema(name = "PollRequest", example = "{\"kind\": \"BACKFILL\", \"from\": \"2026-01-01\"}")
  record Asked(
      @Schema(description = "Left out, ROUTINE: what is new.") Poll.Kind kind,
      @Schema(description = "The first day of a BACKFILL.") LocalDate from) {}

  /** What the credential may read there. */
  @Schema(name = "SourceTest")
  record Tested(
      List<Map<String, Object>> accounts,
      @Schema(description = "Whether the company's account is among them.") boolean accountFound) {}

  /** Whether a reading was begun. */
  @Schema(name = "PollBegun")
  record Begun(
      @Schema(
              description =
                  "False when one of that kind is under way, or there is nothing to read.")
          boolean begun) {}

  private final KnownSources known;
  private final CompanySources given;
  private final PolledSources polling;

  CompanySourcesController(KnownSources known, CompanySources given, PolledSources polling) {
    this.known = known;
    this.given = given;
    this.polling = polling;
  }

  @GetMapping
  @Operation(summary = "The sources that the company was given")
  List<View> all(@PathVariable String company) {
    known.company(company);
    return given.of(company).stream().map(each -> view(each, known.source(each.source()))).toList();
  }

  @GetMapping("/{source}")
  @Operation(summary = "A source of the company")
  View one(@PathVariable String company, @PathVariable String source) {
    known.company(company);
    Source its = known.source(source);
    return given
        .find(company, source)
        .map(each -> view(each, its))
        .orElseThrow(
            () ->
                WrongRequest.notFound(
                    "The company was not given " + its.title() + ".",
                    "PUT its account and its secrets."));
  }

  @Allowed(Role.ADMIN)
  @PutMapping("/{source}")
  @Operation(
      summary = "Give the company a source, name its account there, switch it on or off",
      description = "Two companies cannot have the same account of a source.")
  View put(@PathVariable String company, @PathVariable String source, @RequestBody Change change) {
    known.company(company);
    Source its = known.source(source);
    CompanySource before = given.find(company, source).orElse(null);
    given.put(
        company,
        its,
        change.account() == null && before != null ? before.account() : change.account(),
        change.enabled() == null ? before == null || before.enabled() : change.enabled());
    return one(company, source);
  }

  @Allowed(Role.ADMIN)
  @DeleteMapping("/{source}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Take a source from the company",
      description =
          "It is switched off; its account, its secrets and its readings are forgotten. Settings,"
              + " tables and documents stay.")
  void leave(@PathVariable String company, @PathVariable String source) {
    known.company(company);
    given.leave(company, known.source(source));
  }

  @Allowed(Role.ADMIN)
  @PutMapping("/{source}/secrets")
  @Operation(summary = "Set secrets of a source: they are kept sealed and never shown again")
  View secrets(
      @PathVariable String company, @PathVariable String source, @RequestBody SecretsBody body) {
    known.company(company);
    given.keep(company, known.source(source), body.secrets);
    return one(company, source);
  }

  @Allowed(Role.ADMIN)
  @PostMapping("/{source}/test")
  @Operation(summary = "Ask the source what the credential may read: one request")
  Tested test(@PathVariable String company, @PathVariable String source) {
    known.company(company);
    List<Map<String, Object>> accounts = polling.test(company, known.source(source));
    String account = one(company, source).account();
    return new Tested(
        accounts,
        accounts.stream().anyMatch(each -> String.valueOf(each.get("id")).equals(account)));
  }

  @Allowed(Role.FINANCE)
  @PostMapping("/{source}/polls")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Read the source now",
      description =
          "ROUTINE reads what is new, SWEEP everything of a year, REREAD what stands in Xero,"
              + " BACKFILL everything since a day.")
  Begun poll(@PathVariable String company, @PathVariable String source, @RequestBody Asked asked) {
    known.company(company);
    Poll.Kind kind = asked.kind() == null ? Poll.Kind.ROUTINE : asked.kind();
    if (kind == Poll.Kind.BACKFILL && asked.from() == null) {
      throw WrongRequest.notValid(
          "REQUEST_NOT_VALID", "'from' is missing.", "Name the first day of the backfill.");
    }
    return new Begun(
        polling.begin(company, known.source(source), kind, asked.from(), AskedBy.now()));
  }

  @GetMapping("/{source}/polls")
  @Operation(summary = "The readings of a source, the latest first, with their progress")
  List<Reading> polls(
      @PathVariable String company,
      @PathVariable String source,
      @RequestParam(defaultValue = "50") int limit) {
    known.company(company);
    WrongRequest.requireLimit(limit);
    return polling.readings(company, known.source(source), limit);
  }

  private View view(CompanySource each, Source source) {
    return new View(
        each.source(),
        source.title(),
        each.account(),
        each.enabled(),
        polling.isPolled(source),
        each.secrets(),
        source.secrets().keySet().stream().filter(name -> !each.secrets().contains(name)).toList(),
        each.blocked(),
        each.readUntil(),
        polling.isPolled(source) ? each.nextPollAt() : null);
  }
}
