package io.ledgerway.sandbox.limit;

import io.ledgerway.sandbox.SandboxClock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The limits of all apps and organisations, counted before idempotency. Thread-safe. */
@Component
public class RateLimits {

  private static final int APP_MINUTE = 10_000;

  private record Key(String clientId, UUID tenantId) {}

  private final SandboxClock clock;
  private final Map<UUID, LimitSettings> settings = new ConcurrentHashMap<>();
  private final Map<Key, Meter> meters = new ConcurrentHashMap<>();
  private final Map<String, Window> apps = new ConcurrentHashMap<>();
  private volatile LimitSettings standard = LimitSettings.XERO;

  RateLimits(SandboxClock clock) {
    this.clock = clock;
  }

  /** Null when the call may go on; then {@link #end} must follow. */
  public Breach begin(String clientId, UUID tenantId) {
    long now = clock.millis();
    boolean off = LimitSettings.off(of(tenantId).minute());
    Window app = apps.computeIfAbsent(clientId, id -> new Window(60_000L, id.hashCode()));
    synchronized (app) {
      if (!off && app.full(now, APP_MINUTE)) {
        return new Breach("appminute", null);
      }
    }
    Breach breach = meter(clientId, tenantId).begin(now, of(tenantId));
    if (breach == null) {
      synchronized (app) {
        app.count(now);
      }
    }
    return breach;
  }

  public void end(String clientId, UUID tenantId) {
    meter(clientId, tenantId).end();
  }

  /** The headers that every answer carries. */
  public Map<String, String> headers(String clientId, UUID tenantId) {
    long now = clock.millis();
    Map<String, String> headers = meter(clientId, tenantId).headers(now, of(tenantId));
    Window app = apps.computeIfAbsent(clientId, id -> new Window(60_000L, id.hashCode()));
    synchronized (app) {
      headers.put("X-AppMinLimit-Remaining", "" + app.remaining(now, APP_MINUTE));
    }
    return headers;
  }

  public LimitSettings of(UUID tenantId) {
    return settings.getOrDefault(tenantId, standard);
  }

  public void set(UUID tenantId, LimitSettings limits) {
    settings.put(tenantId, limits);
  }

  /** For all organisations, those to come too. */
  public void setAll(LimitSettings limits) {
    settings.clear();
    standard = limits;
  }

  /** Uses up a limit for a while, for all apps that have called for the organisation or will. */
  public void exhaust(UUID tenantId, String clientId, String limit, long seconds) {
    meter(clientId, tenantId).exhaust(limit, clock.millis() + seconds * 1000);
    meters.forEach(
        (key, meter) -> {
          if (key.tenantId().equals(tenantId)) {
            meter.exhaust(limit, clock.millis() + seconds * 1000);
          }
        });
  }

  /** What is used and left, by client id. */
  public Map<String, Object> show(UUID tenantId) {
    Map<String, Object> shown = new LinkedHashMap<>();
    meters.forEach(
        (key, meter) -> {
          if (key.tenantId().equals(tenantId)) {
            shown.put(key.clientId(), meter.show(clock.millis(), of(tenantId)));
          }
        });
    return shown;
  }

  public void reset() {
    meters.clear();
    apps.clear();
    setAll(LimitSettings.XERO);
  }

  private Meter meter(String clientId, UUID tenantId) {
    return meters.computeIfAbsent(
        new Key(clientId, tenantId), key -> new Meter(tenantId.hashCode() * 7919L));
  }
}
