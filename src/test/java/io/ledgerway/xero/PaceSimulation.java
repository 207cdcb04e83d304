package io.ledgerway.xero;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.instance.TestInstances;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Documents that come one after the other, our permits and our pace, and a Xero whose day begins at
 * a random moment, in simulated time.
 */
final class PaceSimulation {

  private static final int FULL = 50;
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final MovableClock clock = new MovableClock();
  private final Database database;
  private final Random random;
  private final Permits permits;
  private final XeroGrant grant;
  private final FixedWindows minute;
  private final FixedWindows day;
  private final List<Deque<Instant>> ready = new ArrayList<>();

  int calls;
  int posted;
  int refused;
  int tooMany;
  Duration longestWait = Duration.ZERO;

  /**
   * @param perDay what Xero allows
   * @param said what the connection says that it does
   */
  PaceSimulation(Database database, long seed, int perDay, int said, int kinds) {
    this.database = database;
    random = new Random(seed);
    grant = new XeroGrant("t-" + UuidCreator.getTimeOrderedEpoch(), "token", said);
    permits =
        new Permits(
            database.jdbc(),
            clock,
            TestInstances.alive(database.jdbc()),
            XeroBench.properties(Map.of()));
    Instant start = clock.instant();
    minute = new FixedWindows(Duration.ofMinutes(1), 60, start.plusMillis(random.nextInt(60_000)));
    day = new FixedWindows(Duration.ofDays(1), perDay, start.plusSeconds(random.nextInt(86_400)));
    for (int kind = 0; kind < kinds; kind++) {
      ready.add(new ArrayDeque<>());
    }
  }

  /** So many documents, evenly, of one kind or another; until the last one is posted. */
  PaceSimulation run(int documents, Duration apart) {
    Instant start = clock.instant();
    for (int document = 0; document < documents; document++) {
      sendUntil(start.plus(apart.multipliedBy(document)));
      Deque<Instant> kind = ready.get(random.nextInt(ready.size()));
      kind.add(clock.instant());
      if (kind.size() == FULL) {
        call(kind);
      }
    }
    sendUntil(clock.instant().plus(Duration.ofDays(1)));
    return this;
  }

  private void sendUntil(Instant next) {
    while (true) {
      Deque<Instant> due = null;
      Instant at = next;
      long waiting = ready.stream().filter(kind -> !kind.isEmpty()).count();
      Duration linger = linger().multipliedBy(Math.max(1, waiting));
      linger = linger.compareTo(LONGEST) < 0 ? linger : LONGEST;
      for (Deque<Instant> kind : ready) {
        if (!kind.isEmpty() && kind.peek().plus(linger).isBefore(at)) {
          due = kind;
          at = kind.peek().plus(linger);
        }
      }
      if (due == null) {
        clock.set(next);
        return;
      }
      clock.set(at.isBefore(clock.instant()) ? clock.instant() : at);
      call(due);
    }
  }

  private void call(Deque<Instant> kind) {
    UUID call = UuidCreator.getTimeOrderedEpoch();
    Permits.Reply reply = permits.tryAcquire(call, grant, Priority.DOCUMENT, clock.instant());
    if (!reply.granted()) {
      refused++;
      clock.set(reply.until());
      return;
    }
    Duration waited = Duration.between(kind.peek(), clock.instant());
    longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
    clock.forward(Duration.ofMillis(200));
    int ofMinute = minute.count(clock.instant());
    int ofDay = day.count(clock.instant());
    if (ofMinute < 0 || ofDay < 0) {
      tooMany++;
    }
    permits.release(
        call, grant, true, new Remaining(Math.max(ofMinute, 0), Math.max(ofDay, 0), null), null);
    calls++;
    for (int i = 0; i < FULL && !kind.isEmpty(); i++) {
      kind.poll();
      posted++;
    }
  }

  private Duration linger() {
    return database
        .jdbc()
        .sql(
            "select 1000 * extract(epoch from xero_linger(t, :now, interval '15 minutes'))"
                + " from xero_tenant t where tenant_id = :tenant")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("tenant", grant.tenantId())
        .query((row, number) -> Duration.ofMillis((long) Math.ceil(row.getDouble(1))))
        .optional()
        .orElse(Duration.ZERO);
  }
}
