package io.ledgerway.routemap;

import java.lang.ref.WeakReference;

/**
 * Which failure a thread counted last, and in which route: the steps around the one that failed see
 * it, too, and are not at fault. The step of another route that called this one counts it again.
 */
final class CountedFailure {

  private static final int DEEPEST = 50;
  private static final ThreadLocal<CountedFailure> LAST = new ThreadLocal<>();

  private final WeakReference<Throwable> failure;
  private final String route;

  private CountedFailure(Throwable failure, String route) {
    this.failure = new WeakReference<>(failure);
    this.route = route;
  }

  /** Whether it has not been counted in this route; from then on it has. */
  static boolean isNew(Throwable failure, String route) {
    CountedFailure last = LAST.get();
    boolean known = last != null && last.route.equals(route) && last.causes(failure);
    LAST.set(new CountedFailure(failure, route));
    return !known;
  }

  private boolean causes(Throwable seen) {
    Throwable counted = failure.get();
    Throwable cause = seen;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
      if (cause == counted) {
        return true;
      }
    }
    return false;
  }
}
