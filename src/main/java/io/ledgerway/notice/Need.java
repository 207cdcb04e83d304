package io.ledgerway.notice;

import io.ledgerway.digest.Sha256;
import io.ledgerway.problem.Problem.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that somebody has to see to, however many have it. Immutable.
 *
 * @param of what of the company it is about, such as a source; null where that is the company, or
 *     said by the message
 * @param message what is wrong
 * @param action what to do
 * @param number of documents, records or receipts; of the company itself how many documents wait
 * @param since when the first of them had it; null where that is not known
 * @param some ids of a few documents
 * @param until when it is over by itself; null when it is not, or that is not known
 */
public record Need(
    About about,
    String of,
    String code,
    Actor actor,
    String message,
    String action,
    long number,
    Instant since,
    List<UUID> some,
    Instant until) {

  private static final int LENGTH = 16;

  /** What has it. */
  public enum About {
    /** The company, or one of its sources, as a whole. */
    COMPANY,
    DOCUMENTS,
    /** Records that were not entered. */
    RECORDS,
    RECEIPTS
  }

  /**
   * By which it is known again. The words of what is about documents name the record that has to be
   * mended; those of all else may differ from one time to the next.
   */
  String identity() {
    String what = about == About.DOCUMENTS ? message + "\n" + action : of;
    return Sha256.of(String.join("\n", about.name(), code, actor.name(), String.valueOf(what)))
        .substring(0, LENGTH);
  }

  /** The same with more documents. */
  Need with(Need more) {
    return new Need(
        about,
        of,
        code,
        actor,
        message,
        action,
        number + more.number,
        since == null ? more.since : since,
        more.some,
        until);
  }
}
