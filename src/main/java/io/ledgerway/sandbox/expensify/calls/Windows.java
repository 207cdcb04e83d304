package io.ledgerway.sandbox.expensify.calls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The requests of one credential: sliding windows, and the most that ever were in one. */
final class Windows {

  private static final long SHORT = 10_000;
  private static final long LONG = 60_000;

  private final Deque<Long> arrived = new ArrayDeque<>();
  private final Deque<Long> counted = new ArrayDeque<>();
  private long accepted;
  private long refused;
  private int mostIn10s;
  private int mostIn60s;

  /** 0 when the request may go on, else how many milliseconds to wait. */
  synchronized long take(long now, Allowed allowed, boolean countRefused) {
    forget(arrived, now);
    forget(counted, now);
    arrived.addLast(now);
    mostIn10s = Math.max(mostIn10s, within(arrived, now, SHORT));
    mostIn60s = Math.max(mostIn60s, within(arrived, now, LONG));
    long wait = Math.max(wait(now, SHORT, allowed.in10s()), wait(now, LONG, allowed.in60s()));
    if (wait == 0 || countRefused) {
      counted.addLast(now);
    }
    if (wait == 0) {
      accepted++;
    } else {
      refused++;
    }
    return wait;
  }

  private long wait(long now, long window, int allowed) {
    if (allowed <= 0 || within(counted, now, window) < allowed) {
      return 0;
    }
    int passed = 0;
    for (Iterator<Long> newest = counted.descendingIterator(); newest.hasNext(); ) {
      long at = newest.next();
      if (++passed == allowed) {
        return Math.max(1, at + window - now);
      }
    }
    return 0;
  }

  private static int within(Deque<Long> times, long now, long window) {
    return (int) times.stream().filter(at -> at > now - window).count();
  }

  private static void forget(Deque<Long> times, long now) {
    while (!times.isEmpty() && times.getFirst() <= now - LONG) {
      times.removeFirst();
    }
  }

  synchronized Usage show(long now) {
    return new Usage(
        within(arrived, now, SHORT),
        within(arrived, now, LONG),
        mostIn10s,
        mostIn60s,
        accepted,
        refused);
  }
}
