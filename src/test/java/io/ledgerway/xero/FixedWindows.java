package io.ledgerway.xero;

import java.time.Duration;
import java.time.Instant;

/** Counts as Xero does: in windows of fixed length whose start nobody is told. */
final class FixedWindows {

  private final Duration length;
  private final int limit;
  private final Instant phase;
  private long window = Long.MIN_VALUE;
  private int used;

  FixedWindows(Duration length, int limit, Instant phase) {
    this.length = length;
    this.limit = limit;
    this.phase = phase;
  }

  /** Counts a call, and returns what is left: below zero when it was one too many. */
  int count(Instant at) {
    long now = Math.floorDiv(Duration.between(phase, at).toMillis(), length.toMillis());
    if (now != window) {
      window = now;
      used = 0;
    }
    used++;
    return limit - used;
  }
}
