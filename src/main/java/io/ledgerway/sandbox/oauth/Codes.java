package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Authorisation codes: single use, five minutes (xero-api.md 1.1). Thread-safe. */
@Component
class Codes {

  /**
   * @param challenge of PKCE, or null
   */
  record Code(
      App app,
      String redirectUri,
      Set<String> scopes,
      UUID authEventId,
      UUID userId,
      String challenge,
      Instant expires) {}

  private static final Duration LIFE = Duration.ofMinutes(5);

  private final SandboxClock clock;
  private final Map<String, Code> codes = new ConcurrentHashMap<>();

  Codes(SandboxClock clock) {
    this.clock = clock;
  }

  String issue(
      App app,
      String redirectUri,
      Set<String> scopes,
      UUID authEventId,
      UUID userId,
      String challenge) {
    String value = UUID.randomUUID().toString().replace("-", "");
    Instant expires = clock.instant().plus(LIFE);
    codes.put(value, new Code(app, redirectUri, scopes, authEventId, userId, challenge, expires));
    return value;
  }

  /** Null when there is none, it was used already, or it is too old. */
  Code use(String value) {
    Code code = value == null ? null : codes.remove(value);
    return code == null || !clock.instant().isBefore(code.expires()) ? null : code;
  }

  void reset() {
    codes.clear();
  }
}
