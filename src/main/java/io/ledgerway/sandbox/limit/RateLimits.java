package io.ledgerway.sandbox.limit;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.oauth.App;
import io.ledgerway.sandbox.oauth.Apps;
import io.ledgerway.sandbox.oauth.Connections;
import io.ledgerway.sandbox.oauth.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The limits of all apps and organisations, counted before idempotency. Thread-safe. */
@Component
public class RateLimits {

  private static final int APP_MINUTE = 10_000;

  private record Key(String clientId, UUID tenantId) {}

  private static final Duration RAPID_SYNC = Duration.ofMinutes(30);

  private final SandboxClock clock;
  private final Apps registered;
  private final Connections connections;
  private final Map<UUID, LimitSettings> settings = new ConcurrentHashMap<>();
  private final Map<Key, Meter> meters = new ConcurrentHashMap<>();
  private final Map<String, Window> apps = new ConcurrentHashMap<>();

  /** What is set for all; null for each app's tier. */
  private final AtomicReference<LimitSettings> standard = new AtomicReference<>();

  RateLimits(SandboxClock clock, Apps registered, Connections connections) {
    this.clock = clock;
    this.registered = registered;
    this.connections = connections;
  }

  /** Null when the call may go on; then {@link #end} must follow. */
  public Breach begin(String clientId, UUID tenantId) {
    long now = clock.millis();
    LimitSettings allowed = of(clientId, tenantId);
    boolean off = LimitSettings.off(allowed.minute());
    Window app = appMinute(clientId);
    synchronized (app) {
      if (!off && app.full(now, APP_MINUTE)) {
        return new Breach("appminute", null);
      }
    }
    Breach breach = meter(clientId, tenantId).begin(now, allowed);
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
    Map<String, String> headers = meter(clientId, tenantId).headers(now, of(clientId, tenantId));
    Window app = appMinute(clientId);
    synchronized (app) {
      headers.put("X-AppMinLimit-Remaining", "" + app.remaining(now, APP_MINUTE));
    }
    return headers;
  }

  /** What is set for the organisation, else for all, else what the app's tier allows. */
  public LimitSettings of(String clientId, UUID tenantId) {
    LimitSettings set = settings.getOrDefault(tenantId, standard.get());
    if (set != null) {
      return set;
    }
    App app = registered.get(clientId);
    Tier tier = app == null ? Tier.CORE : app.tier();
    LimitSettings allowed = LimitSettings.of(tier);
    return tier.rapidSync() && isNew(clientId, tenantId) ? allowed.lifted() : allowed;
  }

  private boolean isNew(String clientId, UUID tenantId) {
    Instant begun = connections.begun(clientId, tenantId);
    return begun != null && clock.instant().isBefore(begun.plus(RAPID_SYNC));
  }

  public void set(UUID tenantId, LimitSettings limits) {
    settings.put(tenantId, limits);
  }

  /** For all organisations, those to come too; null for what each app's tier allows. */
  public void setAll(LimitSettings limits) {
    settings.clear();
    standard.set(limits);
  }

  /**
   * Uses up a limit for a while, for all apps that have called for the organisation or will.
   *
   * @param limit minute, day, or appminute, which is the app's alone
   */
  public void exhaust(UUID tenantId, String clientId, String limit, long seconds) {
    long until = clock.millis() + seconds * 1000;
    if (limit.equals("appminute")) {
      Window app = appMinute(clientId);
      synchronized (app) {
        app.exhaust(until);
      }
      return;
    }
    meter(clientId, tenantId).exhaust(limit, until);
    meters.forEach(
        (key, meter) -> {
          if (key.tenantId().equals(tenantId)) {
            meter.exhaust(limit, until);
          }
        });
  }

  /** What is used and left, by client id. */
  public Map<String, Object> show(UUID tenantId) {
    Map<String, Object> shown = new LinkedHashMap<>();
    meters.forEach(
        (key, meter) -> {
          if (key.tenantId().equals(tenantId)) {
            shown.put(key.clientId(), meter.show(clock.millis(), of(key.clientId(), tenantId)));
          }
        });
    return shown;
  }

  public void reset() {
    meters.clear();
    apps.clear();
    setAll(null);
  }

  private Window appMinute(String clientId) {
    return apps.computeIfAbsent(clientId, id -> new Window(60_000L, id.hashCode()));
  }

  private Meter meter(String clientId, UUID tenantId) {
    return meters.computeIfAbsent(
        new Key(clientId, tenantId), key -> new Meter(tenantId.hashCode() * 7919L));
  }
}
