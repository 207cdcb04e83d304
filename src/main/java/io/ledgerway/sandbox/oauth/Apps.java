package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** All client apps. {@code sandbox}/{@code sandbox} is the first organisation's. Thread-safe. */
@Component
public class Apps {

  private static final String FIRST = "sandbox";

  private final Organisations organisations;
  private final Map<String, App> byClientId = new LinkedHashMap<>();

  Apps(Organisations organisations) {
    this.organisations = organisations;
    reset();
  }

  final synchronized void reset() {
    byClientId.clear();
    put(App.standard(FIRST, FIRST, "Sandbox app", organisations.first().tenantId()));
  }

  /** The organisation's own custom connection; id and secret follow from its name when left out. */
  public synchronized App add(Organisation organisation, String clientId, String secret) {
    String id = clientId == null ? slug(organisation.name()) : clientId;
    App app =
        App.standard(
            id,
            secret == null ? id + "-secret" : secret,
            organisation.name() + " connection",
            organisation.tenantId());
    put(app);
    return app;
  }

  private void put(App app) {
    byClientId.put(app.clientId(), app);
  }

  public synchronized void replace(App app) {
    put(app);
  }

  /** Null when there is none. */
  public synchronized App get(String clientId) {
    return clientId == null ? null : byClientId.get(clientId);
  }

  public synchronized Collection<App> all() {
    return List.copyOf(byClientId.values());
  }

  /** The app whose own organisation it is. */
  public synchronized App of(UUID tenantId) {
    return byClientId.values().stream()
        .filter(app -> app.tenantId().equals(tenantId))
        .findFirst()
        .orElse(null);
  }

  private synchronized String slug(String name) {
    String plain = name.toLowerCase().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String free = plain;
    for (int i = 2; byClientId.containsKey(free); i++) {
      free = plain + "-" + i;
    }
    return free;
  }
}
