package io.ledgerway.routemap;

import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes through one step; thread-safe, and cheap beside what the step does. */
final class StepCount {

  private final LongAdder begun = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile LastFailure last;

  void begin() {
    begun.increment();
  }

  void end(long took) {
    nanos.add(took);
    ended.increment();
  }

  void fail(Throwable failure, Clock clock) {
    failed.increment();
    last = LastFailure.of(failure, clock.instant());
  }

  long begun() {
    return begun.sum();
  }

  long ended() {
    return ended.sum();
  }

  long nanos() {
    return nanos.sum();
  }

  long failed() {
    return failed.sum();
  }

  LastFailure last() {
    return last;
  }

  Counts counts() {
    long over = ended();
    long all = begun();
    return Counts.of(all, failed(), all - over, over, nanos(), last);
  }
}
