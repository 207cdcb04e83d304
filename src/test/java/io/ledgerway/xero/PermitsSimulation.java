package io.ledgerway.xero;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.instance.TestInstances;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Callers, our permits and a Xero whose windows begin at a random moment, in simulated time. */
final class PermitsSimulation {

  /** One thing that happens at a moment. */
  private record Event(Instant at, long order, Runnable what) {}

  private final MovableClock clock = new MovableClock();
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
  private final Random random;
  private final Permits permits;
  private final XeroGrant grant;
  private final FixedWindows minute;
  private final FixedWindows day;
  private final Duration slowest;
  private final int lostPercent;
  private final Map<UUID, Remaining> told = new HashMap<>();
  private long order;
  private int underWay;

  int counted;
  int tooMany;
  int mostUnderWay;

  PermitsSimulation(Database database, long seed, int perDay, Duration slowest, int lostPercent) {
    random = new Random(seed);
    this.slowest = slowest;
    this.lostPercent = lostPercent;
    grant = new XeroGrant("t-" + UuidCreator.getTimeOrderedEpoch(), "token", perDay);
    XeroProperties properties = properties();
    permits = new Permits(database.jdbc(), clock, TestInstances.alive(database.jdbc()), properties);
    Instant start = clock.instant();
    minute = new FixedWindows(Duration.ofMinutes(1), 60, start.plusMillis(random.nextInt(60_000)));
    day = new FixedWindows(Duration.ofDays(1), perDay, start.plusSeconds(random.nextInt(86_400)));
  }

  /** Callers that call, wait for the answer, think for a while and call again. */
  PermitsSimulation run(int callers, Duration length, Supplier<Duration> thinking) {
    Instant end = clock.instant().plus(length);
    for (int caller = 0; caller < callers; caller++) {
      at(thinking.get(), () -> call(thinking));
    }
    while (events.peek().at().isBefore(end)) {
      Event next = events.poll();
      clock.set(next.at());
      next.what().run();
    }
    return this;
  }

  Random random() {
    return random;
  }

  private void call(Supplier<Duration> thinking) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    // Callers are instances whose clocks differ a little.
    Instant ofCaller = clock.instant().plusMillis(random.nextInt(400));
    Permits.Reply reply = permits.tryAcquire(id, grant, Priority.DOCUMENT, ofCaller);
    if (!reply.granted()) {
      Duration wait =
          reply.soon()
              ? Duration.ofMillis(100 + random.nextInt(100))
              : Duration.between(ofCaller, reply.until());
      at(wait, () -> call(thinking));
      return;
    }
    underWay++;
    mostUnderWay = Math.max(mostUnderWay, underWay);
    long out = random.nextLong(slowest.toMillis());
    long back = random.nextLong(slowest.toMillis());
    at(Duration.ofMillis(out), () -> arrive(id));
    at(Duration.ofMillis(out + back), () -> answer(id, thinking));
  }

  private void arrive(UUID id) {
    int ofMinute = minute.count(clock.instant());
    int ofDay = day.count(clock.instant());
    counted++;
    if (ofMinute < 0 || ofDay < 0) {
      tooMany++;
    }
    told.put(id, new Remaining(Math.max(ofMinute, 0), Math.max(ofDay, 0), null));
  }

  private void answer(UUID id, Supplier<Duration> thinking) {
    underWay--;
    boolean lost = random.nextInt(100) < lostPercent;
    permits.release(id, grant, true, lost ? Remaining.UNTOLD : told.remove(id), null);
    at(thinking.get(), () -> call(thinking));
  }

  private void at(Duration later, Runnable what) {
    events.add(new Event(clock.instant().plus(later), order++, what));
  }

  private static MovableClock eternal() {
    MovableClock far = new MovableClock();
    far.forward(Duration.ofDays(1000));
    return far;
  }

  private static XeroProperties properties() {
    return XeroBench.properties(Map.of());
  }
}
