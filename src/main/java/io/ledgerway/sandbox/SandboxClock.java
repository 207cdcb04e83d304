package io.ledgerway.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * The clock of everything in the sandbox: tokens, idempotency keys, limits, change dates. It runs
 * like the machine's, plus what {@code POST /sandbox/clock} has advanced it by. Thread-safe.
 */
@Component
public class SandboxClock extends Clock {

  private final Clock base = Clock.systemUTC();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public void advance(Duration by) {
    ahead.updateAndGet(before -> before.plus(by));
  }

  public void reset() {
    ahead.set(Duration.ZERO);
  }

  public Duration ahead() {
    return ahead.get();
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead.get());
  }

  @Override
  public long millis() {
    return base.millis() + ahead.get().toMillis();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The sandbox lives in UTC");
  }
}
