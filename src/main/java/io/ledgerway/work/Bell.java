package io.ledgerway.work;

import java.time.Duration;

/**
 * Wakes one that waits for work: when it is rung, at a time it was rung for, or after a while all
 * the same. Rings that come in quick succession are heard as one. Thread-safe.
 */
final class Bell {

  /** Between two wakings at least, so that no ring that leads to nothing can become a busy loop. */
  private static final long APART = Duration.ofMillis(20).toNanos();

  private long heard = System.nanoTime() - APART;
  private Long rungFor;

  synchronized void ring(Duration in) {
    long at = System.nanoTime() + in.toNanos();
    if (rungFor == null || at - rungFor < 0) {
      rungFor = at;
      notifyAll();
    }
  }

  /** Returns when it has been rung, or after that time. */
  synchronized void await(Duration atMost) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + atMost.toNanos();
    while (true) {
      long at = rungFor == null || end - rungFor < 0 ? end : later(rungFor, heard + APART);
      long left = at - System.nanoTime();
      if (left <= 0) {
        break;
      }
      // Rounded up: woken too early is woken in vain.
      wait(left / 1_000_000 + 1);
    }
    heard = System.nanoTime();
    rungFor = null;
  }

  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }
}
