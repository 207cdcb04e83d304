package io.ledgerway.notice;

import io.ledgerway.problem.LedgerwayException;
import java.time.Duration;

/** A notice did not reach its destination, and whether it may yet. */
final class NotDelivered extends LedgerwayException {

  private static final long serialVersionUID = 1L;

  /** What is done about it. */
  enum Then {
    /** It may go through later. */
    LATER,
    /** It was refused: it goes through only when somebody mends something there. */
    SELDOM,
    /** Whoever was there is not there any more: the destination is switched off. */
    GONE
  }

  private final Then then;
  private final transient Duration wait;

  /**
   * @param wait that the receiver asked for; null for none
   */
  NotDelivered(Then then, String message, Duration wait) {
    super("NOTICE_NOT_DELIVERED", message, "See the destination, and whoever receives there.");
    this.then = then;
    this.wait = wait;
  }

  Then then() {
    return then;
  }

  Duration pause() {
    return wait;
  }
}
