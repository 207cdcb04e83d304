package io.ledgerway.source;

import java.time.Instant;
import java.util.List;

/**
 * A source as a company has it.
 *
 * @param account the source's own id of the company; null while it is not known
 * @param enabled whether it is asked for records
 * @param blocked why it is not asked until somebody has acted; null when nothing stands in the way
 * @param readUntil the greatest date among the records that came, as the source wrote it
 * @param nextPollAt when it is asked next; null when that is not planned
 * @param secrets the names of those that are set
 */
public record CompanySource(
    String source,
    String account,
    boolean enabled,
    Blocked blocked,
    String readUntil,
    Instant nextPollAt,
    List<String> secrets) {

  /** What stands in the way of asking, and who can clear it. */
  public record Blocked(String code, String message, String actor, String action) {}
}
