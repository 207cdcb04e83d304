package io.ledgerway.problem;

import com.github.f4b6a3.uuid.UuidCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people are told of a failure: its own words when the engine raised it itself. The words of a
 * library or of the language go to the log; they say nothing to whoever sent a document, or waits
 * for one.
 *
 * @param hint what to do about it
 * @param reference by which the log has it whole; null of what the engine raised itself
 */
public record Told(String code, String message, String hint, String reference) {

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
          known.code(), known.plainMessage(), known.hint() == null ? TELL : known.hint(), null);
    }
    String reference = UuidCreator.getTimeOrderedEpoch().toString();
    LOG.error("event=unforeseen code={} reference={}", otherwise, reference, failure);
    return new Told(
        otherwise,
        "Something failed in the engine itself; its log says what.",
        "Tell whoever runs this engine, with the reference " + reference + ".",
        reference);
  }
}
