package io.ledgerway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people are told of a failure: its own words when the engine raised it itself. The words of a
 * library or of the language go to the log; they say nothing to whoever sent a document, or waits
 * for one.
 *
 * @param hint what to do about it
 */
public record Told(String code, String message, String hint) {

  private static final Logger LOG = LoggerFactory.getLogger(Told.class);
  private static final String TELL = "Tell whoever runs this engine.";

  /**
   * What nobody foresaw is logged with its stack.
   *
   * @param otherwise the code when the failure has none of its own
   */
  public static Told of(Throwable failure, String otherwise) {
    if (failure instanceof LedgerwayException known) {
      return new Told(
          known.code(), known.plainMessage(), known.hint() == null ? TELL : known.hint());
    }
    LOG.error("event=unforeseen code={}", otherwise, failure);
    return new Told(otherwise, "Something failed in the engine itself; its log says what.", TELL);
  }
}
