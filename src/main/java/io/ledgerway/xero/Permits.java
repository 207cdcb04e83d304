package io.ledgerway.xero;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.sql.SqlFile;
import io.ledgerway.xero.XeroMustWait.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Xero's limits, shared by all instances through the database (xero-api.md 3). How the remainders
 * are reckoned is written beside {@code xero_acquire} in V2__xero.sql. Thread-safe.
 */
@Component
class Permits {

  private static final String ACQUIRE = SqlFile.read("xero/acquire");
  private static final String RELEASE = SqlFile.read("xero/release");
  private static final Duration APP_PAUSE = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final EngineInstance instance;
  private final XeroProperties.Limits limits;
  private final Duration lease;

  Permits(JdbcClient jdbc, Clock clock, EngineInstance instance, XeroProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.instance = instance;
    this.limits = properties.limits();
    // A last read may begin just before callTimeout and then take responseTimeout.
    this.lease = properties.callTimeout().plus(properties.responseTimeout()).plusSeconds(10);
  }

  /**
   * Takes a permit, waiting a little where that is likely to help.
   *
   * @param sendBefore beyond this, the permit is of no use; may be null
   * @throws XeroMustWait when a limit stands in the way for longer
   * @throws XeroTooLate when {@code sendBefore} has come
   */
  void acquire(UUID call, XeroGrant grant, Priority priority, Instant sendBefore) {
    long patience = System.nanoTime() + limits.patience().toNanos();
    while (true) {
      Instant now = clock.instant();
      if (sendBefore != null && !now.isBefore(sendBefore)) {
        throw new XeroTooLate(sendBefore);
      }
      Reply reply = tryAcquire(call, grant, priority, now);
      if (reply.granted()) {
        return;
      }
      if (!reply.soon() || System.nanoTime() > patience) {
        throw refusal(reply, now);
      }
      sleepBriefly(reply, now);
    }
  }

  /**
   * Gives a permit back.
   *
   * @param counted false when nothing reached Xero
   * @param pause what Xero told us to leave alone; may be null
   */
  void release(UUID call, XeroGrant grant, boolean counted, Remaining remaining, Pause pause) {
    Instant now = clock.instant();
    boolean ofApp = pause != null && pause.ofApp();
    boolean ofTenant = pause != null && !ofApp;
    Instant appPause = ofApp ? pause.until() : null;
    if (!ofApp && remaining.app() != null && remaining.app() < limits.appReserve()) {
      appPause = now.plus(APP_PAUSE);
    }
    jdbc.sql(RELEASE)
        .param("tenant", grant.tenantId())
        .param("call", call)
        .param("now", utc(now))
        .param("counted", counted)
        .param("minuteLeft", remaining.minute(), java.sql.Types.INTEGER)
        .param("dayLeft", remaining.day(), java.sql.Types.INTEGER)
        .param("perMinute", limits.perMinute())
        .param("perDay", grant.dayLimit())
        .param(
            "pauseUntil",
            ofTenant ? utc(pause.until()) : null,
            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("pauseReason", ofTenant ? pause.reason().name() : null, java.sql.Types.VARCHAR)
        .param("appPauseUntil", utc(appPause), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, number) -> true)
        .single();
  }

  /** Takes a permit if there is one now. */
  Reply tryAcquire(UUID call, XeroGrant grant, Priority priority, Instant now) {
    int reserve =
        grant.dayLimit()
            * switch (priority) {
              case DOCUMENT -> 0;
              case RECEIPT -> limits.receiptReserve();
              case REFRESH -> limits.dayReserve();
            }
            / 100;
    return jdbc.sql(ACQUIRE)
        .param("tenant", grant.tenantId())
        .param("call", call)
        .param("instance", instance.id())
        .param("now", utc(now))
        .param("leasedUntil", utc(now.plus(lease)))
        .param("concurrent", limits.concurrent())
        .param("perMinute", limits.perMinute())
        .param("perDay", grant.dayLimit())
        .param("dayReserve", reserve)
        .query(
            (row, number) -> {
              OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
              return new Reply(
                  row.getString("outcome"),
                  until == null ? null : until.toInstant(),
                  row.getBoolean("soon"));
            })
        .single();
  }

  /** What may change at any moment is worth another try sooner than at the window's end. */
  private static XeroMustWait refusal(Reply reply, Instant now) {
    Instant soon = now.plusSeconds(1);
    Instant until = reply.soon() && soon.isBefore(reply.until()) ? soon : reply.until();
    return new XeroMustWait(Limit.valueOf(reply.outcome()), until, 0, null);
  }

  private static void sleepBriefly(Reply reply, Instant now) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(20, 50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refusal(reply, now);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * @param until when it is worth asking again; null when granted
   * @param soon whether the outcome may change at any moment
   */
  record Reply(String outcome, Instant until, boolean soon) {

    boolean granted() {
      return "GRANTED".equals(outcome);
    }
  }
}
