package io.ledgerway.sandbox.gate;

/** The fault {@code slow}. */
final class Delay {

  private Delay() {}

  static void of(long millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
