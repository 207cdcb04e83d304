package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which app is connected to which organisation. Thread-safe. */
@Component
public class Connections {

  private final SandboxClock clock;
  private final Map<UUID, Connection> byId = new LinkedHashMap<>();

  Connections(SandboxClock clock, Apps apps) {
    this.clock = clock;
    apps.all().forEach(this::connect);
  }

  /** A custom connection: there as long as nobody deletes it. */
  public synchronized void connect(App app) {
    put(app.clientId(), app.tenantId(), null, null);
  }

  /** A consent. One that is renewed keeps its id and its first authEventId. */
  synchronized void consent(String clientId, UUID tenantId, UUID authEventId, UUID userId) {
    put(clientId, tenantId, authEventId, userId);
  }

  private void put(String clientId, UUID tenantId, UUID authEventId, UUID userId) {
    UUID id =
        UUID.nameUUIDFromBytes(
            ("connection/" + clientId + "/" + tenantId + "/" + userId)
                .getBytes(StandardCharsets.UTF_8));
    Instant now = clock.instant();
    Connection before = byId.get(id);
    byId.put(
        id,
        new Connection(
            id,
            before != null ? before.authEventId() : authEventId == null ? id : authEventId,
            clientId,
            tenantId,
            userId,
            before != null ? before.created() : now,
            now));
  }

  synchronized boolean has(String clientId, UUID tenantId, UUID userId) {
    return of(clientId, userId).stream().anyMatch(c -> c.tenantId().equals(tenantId));
  }

  /** The organisations that users, whoever they are, have connected the app to. */
  synchronized Set<UUID> given(String clientId) {
    return byId.values().stream()
        .filter(c -> c.clientId().equals(clientId) && c.userId() != null)
        .map(Connection::tenantId)
        .collect(Collectors.toSet());
  }

  /** When a user first connected the app to the organisation; null when none has. */
  public synchronized Instant begun(String clientId, UUID tenantId) {
    return byId.values().stream()
        .filter(c -> c.clientId().equals(clientId) && c.tenantId().equals(tenantId))
        .filter(c -> c.userId() != null)
        .map(Connection::created)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The organisations that each app is connected to, by client id. */
  public synchronized Map<String, Set<UUID>> organisations() {
    return byId.values().stream()
        .collect(
            Collectors.groupingBy(
                Connection::clientId,
                Collectors.mapping(Connection::tenantId, Collectors.toSet())));
  }

  /** By any user, or as a custom connection. */
  public synchronized boolean isConnected(String clientId, UUID tenantId) {
    return byId.values().stream()
        .anyMatch(c -> c.clientId().equals(clientId) && c.tenantId().equals(tenantId));
  }

  /** Those of a user, or with null the custom connections. */
  synchronized List<Connection> of(String clientId, UUID userId) {
    return byId.values().stream()
        .filter(c -> c.clientId().equals(clientId) && Objects.equals(c.userId(), userId))
        .toList();
  }

  synchronized List<Connection> of(String clientId) {
    return byId.values().stream().filter(c -> c.clientId().equals(clientId)).toList();
  }

  synchronized void remove(Connection connection) {
    byId.remove(connection.id());
  }

  synchronized void removeUser(UUID userId, String clientId) {
    byId.values().removeIf(c -> userId.equals(c.userId()) && c.clientId().equals(clientId));
  }

  synchronized void reset(Apps apps) {
    byId.clear();
    apps.all().forEach(this::connect);
  }
}
