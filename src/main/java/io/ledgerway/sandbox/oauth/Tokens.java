package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Access tokens: 30 minutes on the sandbox's clock. Thread-safe. */
@Component
public class Tokens {

  static final Duration LIFE = Duration.ofMinutes(30);

  private final SandboxClock clock;
  private final Jwt jwt;
  private final Map<String, Grant> live = new ConcurrentHashMap<>();

  Tokens(SandboxClock clock, Jwt jwt) {
    this.clock = clock;
    this.jwt = jwt;
  }

  String issue(App app, Set<String> scopes, UUID authEventId, UUID userId) {
    Instant now = clock.instant();
    // Kept for a while after expiry, so that an old token is told from a false one.
    live.values().removeIf(old -> old.expires().plus(LIFE).isBefore(now));
    Grant grant = new Grant(app, scopes, authEventId, userId, now, now.plus(LIFE));
    String token = jwt.sign(grant);
    live.put(token, grant);
    return token;
  }

  /** Null when it was never issued, or long ago. */
  Grant find(String token) {
    return live.get(token);
  }

  boolean expired(Grant grant) {
    return !clock.instant().isBefore(grant.expires());
  }

  /** The fault {@code expired-token}: it is over for this token, from now on. */
  public void expire(String token) {
    live.computeIfPresent(
        token,
        (same, grant) ->
            new Grant(
                grant.app(),
                grant.scopes(),
                grant.authEventId(),
                grant.userId(),
                grant.issued(),
                clock.instant()));
  }

  void revoke(UUID userId, String clientId) {
    live.values()
        .removeIf(
            grant -> userId.equals(grant.userId()) && grant.app().clientId().equals(clientId));
  }

  /** Forgets all tokens, as if every one were revoked. */
  void reset() {
    live.clear();
  }
}
