package io.ledgerway.sandbox.http;

/** The fault {@code slow}. */
public final class Delay {

  private Delay() {}

  public static void of(long millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
