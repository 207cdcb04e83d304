package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Refresh tokens: 60 days when unused, a new one at each refresh; the one before can be used again
 * for 30 minutes from its first rotation (xero-api.md 1.3). Thread-safe.
 */
@Component
class RefreshTokens {

  record Refresh(
      App app,
      Set<String> scopes,
      UUID authEventId,
      UUID userId,
      Instant expires,
      Instant rotated) {}

  private static final Duration LIFE = Duration.ofDays(60);
  private static final Duration GRACE = Duration.ofMinutes(30);

  private final SandboxClock clock;
  private final Map<String, Refresh> all = new HashMap<>();

  RefreshTokens(SandboxClock clock) {
    this.clock = clock;
  }

  synchronized String issue(App app, Set<String> scopes, UUID authEventId, UUID userId) {
    String value = "sandbox-refresh-" + UUID.randomUUID();
    all.put(value, new Refresh(app, scopes, authEventId, userId, clock.instant().plus(LIFE), null));
    return value;
  }

  /** Null when it may not be used any more; else it counts as rotated from its first use on. */
  synchronized Refresh use(String value, App app) {
    Refresh there = find(value);
    Instant now = clock.instant();
    if (there == null || !there.app().clientId().equals(app.clientId())) {
      return null;
    }
    boolean over =
        there.rotated() == null
            ? !now.isBefore(there.expires())
            : !now.isBefore(there.rotated().plus(GRACE));
    if (over) {
      return null;
    }
    if (there.rotated() == null) {
      all.put(
          value,
          new Refresh(
              there.app(),
              there.scopes(),
              there.authEventId(),
              there.userId(),
              there.expires(),
              now));
    }
    return there;
  }

  /** Null when there is none. */
  synchronized Refresh find(String value) {
    return value == null ? null : all.get(value);
  }

  synchronized void revoke(UUID userId, App app) {
    all.values()
        .removeIf(
            refresh ->
                userId.equals(refresh.userId()) && refresh.app().clientId().equals(app.clientId()));
  }

  synchronized void reset() {
    all.clear();
  }
}
