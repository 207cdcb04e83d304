package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.limit.LimitSettings;
import io.ledgerway.sandbox.limit.RateLimits;
import io.ledgerway.sandbox.oauth.App;
import io.ledgerway.sandbox.oauth.Apps;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Limits: 0 or null is off. */
@RestController
class LimitsController {

  /**
   * @param limit minute, day or appminute
   */
  record Exhaust(String limit, long retryAfterSeconds) {}

  private static final List<String> EXHAUSTIBLE = List.of("minute", "day", "appminute");

  private final RateLimits limits;
  private final Organisations organisations;
  private final Apps apps;

  LimitsController(RateLimits limits, Organisations organisations, Apps apps) {
    this.limits = limits;
    this.organisations = organisations;
    this.apps = apps;
  }

  @PutMapping("/sandbox/limits")
  LimitSettings setAll(@RequestBody LimitSettings wanted) {
    limits.setAll(wanted);
    return wanted;
  }

  @PutMapping("/sandbox/organisations/{tenantId}/limits")
  LimitSettings set(@PathVariable UUID tenantId, @RequestBody LimitSettings wanted) {
    Known.organisation(organisations, tenantId);
    limits.set(tenantId, wanted);
    return wanted;
  }

  @GetMapping("/sandbox/organisations/{tenantId}/limits")
  Map<String, Object> get(@PathVariable UUID tenantId) {
    Known.organisation(organisations, tenantId);
    return Map.of("limits", limits.of(clientId(tenantId), tenantId), "used", limits.show(tenantId));
  }

  @PostMapping("/sandbox/organisations/{tenantId}/limits/exhaust")
  Map<String, Object> exhaust(@PathVariable UUID tenantId, @RequestBody Exhaust wanted) {
    Known.organisation(organisations, tenantId);
    if (wanted.limit() == null || !EXHAUSTIBLE.contains(wanted.limit())) {
      throw new IllegalArgumentException("limit must be one of " + EXHAUSTIBLE);
    }
    limits.exhaust(tenantId, clientId(tenantId), wanted.limit(), wanted.retryAfterSeconds());
    return get(tenantId);
  }

  private String clientId(UUID tenantId) {
    App app = apps.of(tenantId);
    return app == null ? "" : app.clientId();
  }
}
