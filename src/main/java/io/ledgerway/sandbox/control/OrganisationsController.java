package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Country;
import io.ledgerway.sandbox.books.Doubt;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.books.Plan;
import io.ledgerway.sandbox.limit.RateLimits;
import io.ledgerway.sandbox.oauth.App;
import io.ledgerway.sandbox.oauth.Apps;
import io.ledgerway.sandbox.oauth.Connections;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes, lists and changes organisations. */
@RestController
@RequestMapping("/sandbox/organisations")
class OrganisationsController {

  /**
   * @param contacts how many to generate
   * @param accounts how many to generate
   */
  record NewOrganisation(
      String name,
      Country country,
      String baseCurrency,
      String clientId,
      String clientSecret,
      int contacts,
      int accounts,
      List<Organisations.Employee> employees) {}

  private final Organisations organisations;
  private final Apps apps;
  private final Connections connections;
  private final RateLimits limits;
  private final StartOver startOver;

  OrganisationsController(
      Organisations organisations,
      Apps apps,
      Connections connections,
      RateLimits limits,
      StartOver startOver) {
    this.organisations = organisations;
    this.apps = apps;
    this.connections = connections;
    this.limits = limits;
    this.startOver = startOver;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> create(@RequestBody NewOrganisation wanted) {
    if (wanted.name() == null || wanted.name().isBlank()) {
      throw new IllegalArgumentException("name is missing");
    }
    if (wanted.clientId() != null && apps.get(wanted.clientId()) != null) {
      throw new IllegalArgumentException("clientId is in use: " + wanted.clientId());
    }
    Organisation made =
        organisations.create(
            wanted.name(),
            wanted.country() == null ? Country.NZ : wanted.country(),
            wanted.baseCurrency(),
            wanted.contacts(),
            wanted.accounts(),
            wanted.employees() == null ? List.of() : wanted.employees());
    connections.connect(apps.add(made, wanted.clientId(), wanted.clientSecret()));
    return show(made);
  }

  @GetMapping
  List<Map<String, Object>> list() {
    return organisations.all().stream().map(this::show).toList();
  }

  @GetMapping("/{tenantId}")
  Map<String, Object> get(@PathVariable UUID tenantId) {
    return show(Known.organisation(organisations, tenantId));
  }

  /** Everything back to the start: organisations, documents, keys, limits, faults, calls, clock. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset() {
    startOver.run();
  }

  /** A property that is named with null is cleared. */
  @PatchMapping("/{tenantId}")
  Map<String, Object> change(
      @PathVariable UUID tenantId, @RequestBody Map<String, Object> changes) {
    Organisation books = Known.organisation(organisations, tenantId);
    changes.forEach(
        (name, value) -> {
          switch (name) {
            case "periodLockDate" -> books.periodLockDate(date(value));
            case "endOfYearLockDate" -> books.endOfYearLockDate(date(value));
            case "disconnected" -> books.disconnected(Boolean.TRUE.equals(value));
            case "plan" -> books.plan(Plan.valueOf(String.valueOf(value)));
            case "otherwise" -> books.otherwise(doubts(value));
            case "offline" -> books.offline(Boolean.TRUE.equals(value));
            default -> throw new IllegalArgumentException("Unknown property: " + name);
          }
        });
    return show(books);
  }

  private static List<Doubt> doubts(Object value) {
    return value == null
        ? List.of()
        : ((Collection<?>) value).stream().map(one -> Doubt.valueOf(one.toString())).toList();
  }

  private static LocalDate date(Object value) {
    return value == null ? null : LocalDate.parse(value.toString());
  }

  private Map<String, Object> show(Organisation books) {
    App app = apps.of(books.tenantId());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("tenantId", books.tenantId());
    shown.put("name", books.name());
    shown.put("country", books.country());
    shown.put("baseCurrency", books.baseCurrency());
    shown.put("clientId", app == null ? null : app.clientId());
    shown.put("clientSecret", app == null ? null : app.secret());
    shown.put("periodLockDate", books.periodLockDate());
    shown.put("endOfYearLockDate", books.endOfYearLockDate());
    shown.put("disconnected", books.disconnected());
    shown.put("offline", books.offline());
    shown.put("plan", books.plan());
    shown.put("otherwise", books.otherwise());
    shown.put("limits", limits.of(app == null ? "" : app.clientId(), books.tenantId()));
    shown.put("used", limits.show(books.tenantId()));
    return shown;
  }
}
