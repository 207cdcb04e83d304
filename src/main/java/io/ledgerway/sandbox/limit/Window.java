package io.ledgerway.sandbox.limit;

/** Counts the calls of one fixed window. Guarded by its {@link Meter}. */
final class Window {

  private final long length;
  private final long phase;
  private long index = Long.MIN_VALUE;
  private int used;
  private long exhaustedUntil;

  /**
   * @param length milliseconds
   * @param phase where in the day or minute the windows begin, in milliseconds
   */
  Window(long length, long phase) {
    this.length = length;
    this.phase = Math.floorMod(phase, length);
  }

  int used(long now) {
    long current = Math.floorDiv(now - phase, length);
    if (current != index) {
      index = current;
      used = 0;
    }
    return used;
  }

  void count(long now) {
    used(now);
    used++;
  }

  boolean full(long now, Integer limit) {
    return now < exhaustedUntil || (!LimitSettings.off(limit) && used(now) >= limit);
  }

  int remaining(long now, Integer limit) {
    if (now < exhaustedUntil) {
      return 0;
    }
    return LimitSettings.off(limit) ? Meter.UNLIMITED : Math.max(0, limit - used(now));
  }

  /** Seconds until a call may be made again, at least one. */
  long retryAfter(long now) {
    long next =
        now < exhaustedUntil
            ? exhaustedUntil
            : (Math.floorDiv(now - phase, length) + 1) * length + phase;
    return Math.max(1, (next - now + 999) / 1000);
  }

  void exhaust(long until) {
    exhaustedUntil = until;
  }
}
