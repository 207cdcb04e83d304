package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which organisations a user may connect an app to, xero-api.md 1.4. */
@Component
class ConnectionRule {

  private static final int UNCERTIFIED_APPS = 2;

  private final Apps apps;
  private final Organisations organisations;
  private final Connections connections;
  private final People people;

  ConnectionRule(Apps apps, Organisations organisations, Connections connections, People people) {
    this.apps = apps;
    this.organisations = organisations;
    this.connections = connections;
    this.people = people;
  }

  /** Null when all may be connected. */
  String problem(App app, UUID userId, List<UUID> tenantIds) {
    if (tenantIds.isEmpty()) {
      return "invalid_request: choose an organisation";
    }
    if (tenantIds.size() > 1 && !app.mayNameSeveral()) {
      return "invalid_request: this app connects one organisation per consent";
    }
    for (UUID tenantId : tenantIds) {
      Organisation books = tenantId == null ? null : organisations.get(tenantId);
      if (books == null) {
        return "invalid_request: choose an organisation";
      }
      if (!people.mayConnect(userId, books)) {
        return "access_denied: this user may not connect apps to " + books.name();
      }
      if (!app.certified() && uncertified(app, tenantId) >= UNCERTIFIED_APPS) {
        return "access_denied: %s is connected to two uncertified apps already"
            .formatted(books.name());
      }
    }
    long more =
        tenantIds.stream().filter(id -> !connections.given(app.clientId()).contains(id)).count();
    if (connections.given(app.clientId()).size() + more > app.tier().connections()) {
      return "access_denied: this app has all the connections of its tier, "
          + app.tier().connections();
    }
    return null;
  }

  /** Other apps without certificate that users have connected to the organisation. */
  private long uncertified(App asking, UUID tenantId) {
    return apps.all().stream()
        .filter(app -> !app.certified() && !app.clientId().equals(asking.clientId()))
        .filter(app -> connections.given(app.clientId()).contains(tenantId))
        .count();
  }
}
