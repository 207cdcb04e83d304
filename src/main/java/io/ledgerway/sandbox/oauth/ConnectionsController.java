package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /connections}, xero-api.md 1.4. Needs a token, no organisation, and no scope. Xero's
 * specification and SDKs write it with a capital.
 */
@RestController
class ConnectionsController {

  /** Without a zone, and with seven digits. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS").withZone(ZoneOffset.UTC);

  private final Gatekeeper gatekeeper;
  private final Connections connections;
  private final Organisations organisations;

  ConnectionsController(
      Gatekeeper gatekeeper, Connections connections, Organisations organisations) {
    this.gatekeeper = gatekeeper;
    this.connections = connections;
    this.organisations = organisations;
  }

  @GetMapping({"/connections", "/Connections"})
  List<Map<String, Object>> list(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam(required = false) String authEventId) {
    Grant grant = gatekeeper.grant(authorization);
    UUID event = authEventId == null ? null : Ids.orNull(authEventId);
    return visible(grant).stream()
        .filter(c -> authEventId == null || c.authEventId().equals(event))
        .filter(c -> organisations.get(c.tenantId()) != null)
        .filter(c -> !organisations.get(c.tenantId()).disconnected())
        .map(this::show)
        .toList();
  }

  @DeleteMapping({"/connections/{id}", "/Connections/{id}"})
  ResponseEntity<Void> disconnect(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @PathVariable String id) {
    Grant grant = gatekeeper.grant(authorization);
    UUID wanted = Ids.orNull(id);
    Connection there =
        visible(grant).stream().filter(c -> c.id().equals(wanted)).findFirst().orElse(null);
    if (there == null) {
      throw Refusal.notFound();
    }
    connections.remove(there);
    return ResponseEntity.noContent().build();
  }

  /** With {@code app.connections} and no user an app sees all its connections, xero-api.md 1.4. */
  private List<Connection> visible(Grant grant) {
    String clientId = grant.app().clientId();
    return grant.userId() == null && grant.scopes().contains("app.connections")
        ? connections.of(clientId)
        : connections.of(clientId, grant.userId());
  }

  private Map<String, Object> show(Connection connection) {
    Organisation organisation = organisations.get(connection.tenantId());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", connection.id());
    shown.put("authEventId", connection.authEventId());
    shown.put("tenantId", connection.tenantId());
    shown.put("tenantType", "ORGANISATION");
    shown.put("tenantName", organisation.name());
    shown.put("createdDateUtc", date(connection.created()));
    shown.put("updatedDateUtc", date(connection.updated()));
    return shown;
  }

  private static String date(Instant instant) {
    return DATE.format(instant);
  }
}
