package io.ledgerway.trace;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The engine's time, which is the same in all engines, for spans. */
final class SpanClock implements io.opentelemetry.sdk.common.Clock {

  private final Clock clock;

  SpanClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public long now() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
