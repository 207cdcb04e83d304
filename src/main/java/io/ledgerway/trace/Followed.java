package io.ledgerway.trace;

import java.time.Duration;
import java.time.Instant;

/**
 * A document that has a trace, while it is worked on.
 *
 * @param context its place
 * @param nanos {@link System#nanoTime} when it was taken up
 */
public record Followed(TraceContext context, long nanos) {

  /**
   * @param context as its row has it; null where it has none
   * @return null where it has none
   */
  public static Followed of(String context) {
    TraceContext known = TraceContext.read(context);
    return known == null ? null : new Followed(known, System.nanoTime());
  }

  /** When it was taken up. */
  public Instant since(Instant now) {
    return now.minus(Duration.ofNanos(System.nanoTime() - nanos));
  }
}
