package io.ledgerway.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What the one user of the sandbox has allowed each app so far; scopes add up. Thread-safe. */
@Component
class Consent {

  static final UUID USER = UUID.nameUUIDFromBytes("user".getBytes(StandardCharsets.UTF_8));

  private final Map<String, Set<String>> scopes = new ConcurrentHashMap<>();

  Set<String> add(String clientId, Set<String> more) {
    return scopes.merge(
        clientId,
        Set.copyOf(more),
        (before, added) -> {
          Set<String> both = new LinkedHashSet<>(before);
          both.addAll(added);
          return Set.copyOf(both);
        });
  }

  void forget(String clientId) {
    scopes.remove(clientId);
  }
}
