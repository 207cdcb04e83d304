package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.books.User;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who signed in, for apps that ask for {@code openid}: five minutes long (xero-api.md 1.3). */
@Component
class IdTokens {

  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Jwt jwt;
  private final People people;
  private final SandboxClock clock;

  IdTokens(Jwt jwt, People people, SandboxClock clock) {
    this.jwt = jwt;
    this.people = people;
    this.clock = clock;
  }

  String issue(App app, UUID userId, Set<String> scopes) {
    User user = people.get(userId);
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("nbf", now);
    claims.put("exp", now + LIFE.toSeconds());
    claims.put("iss", Jwt.ISSUER);
    claims.put("aud", app.clientId());
    claims.put("iat", now);
    claims.put("sub", userId.toString().replace("-", ""));
    claims.put("auth_time", now);
    claims.put("xero_userid", userId);
    if (scopes.contains("email")) {
      claims.put("email", user.email());
    }
    if (scopes.contains("profile")) {
      claims.put("preferred_username", user.email());
      claims.put("name", user.firstName() + " " + user.lastName());
      claims.put("given_name", user.firstName());
      claims.put("family_name", user.lastName());
    }
    return jwt.sign(claims);
  }
}
