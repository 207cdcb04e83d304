package io.ledgerway.notice;

import io.ledgerway.notice.NotDelivered.Then;
import java.time.Duration;
import java.time.Instant;

/** When a notice that was not delivered is tried again. Immutable. */
record Retries(Duration first, Duration longest, Duration giveUpAfter) {

  private static final int MOST_REFUSALS = 5;

  /**
   * @param failed attempts, at least one
   * @param wait that the receiver asked for; may be null
   * @return null when it is given up
   */
  Instant next(Then then, int failed, Duration wait, Instant madeAt, Instant now) {
    if (then == Then.GONE || then == Then.SELDOM && failed >= MOST_REFUSALS) {
      return null;
    }
    // Twice as long each time; after a refusal eight times.
    int doublings = Math.min(20, (failed - 1) * (then == Then.SELDOM ? 3 : 1));
    Duration pause = shorter(first.multipliedBy(1L << doublings), longest);
    if (wait != null && wait.compareTo(pause) > 0) {
      pause = shorter(wait, longest);
    }
    Instant next = now.plus(pause);
    return next.isAfter(madeAt.plus(giveUpAfter)) ? null : next;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
