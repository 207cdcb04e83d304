package io.ledgerway.preview;

import io.ledgerway.mapping.Trace.At;
import io.ledgerway.mapping.Trace.Origin;
import io.ledgerway.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * What a document is made of.
 *
 * @param previewed as a preview has it
 * @param asInLedger whether what the ledger holds is what the mappings make now; null where it
 *     holds nothing
 * @param more whether there is more than is listed
 * @param mappings the texts of those that ran, by name
 */
public record Explained(
    Previewed previewed,
    Boolean asInLedger,
    List<Field> fields,
    List<Why> problems,
    boolean more,
    Map<String, String> mappings) {

  /**
   * A value of the Xero document.
   *
   * @param at the line of the mapping that made it; null when no mapping did
   */
  public record Field(String path, Object value, At at, Origin origin) {}

  /**
   * A problem.
   *
   * @param at where the mapping was when it found it; null of what the check found in the document
   * @param fields of the document that it is about, or that are made of what it is about
   */
  public record Why(Problem problem, At at, Origin origin, List<String> fields) {}
}
