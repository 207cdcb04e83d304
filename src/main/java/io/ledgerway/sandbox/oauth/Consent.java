package io.ledgerway.sandbox.oauth;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What each user has allowed each app so far; scopes add up (xero-api.md 1.6). Thread-safe. */
@Component
class Consent {

  private record Key(String clientId, UUID userId) {}

  private final Map<Key, Set<String>> scopes = new ConcurrentHashMap<>();

  Set<String> add(String clientId, UUID userId, Set<String> more) {
    return scopes.merge(
        new Key(clientId, userId),
        Set.copyOf(more),
        (before, added) -> {
          Set<String> both = new LinkedHashSet<>(before);
          both.addAll(added);
          return Set.copyOf(both);
        });
  }

  void forget(String clientId, UUID userId) {
    scopes.remove(new Key(clientId, userId));
  }

  void reset() {
    scopes.clear();
  }
}
