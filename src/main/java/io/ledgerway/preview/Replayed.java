package io.ledgerway.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/**
 * What edited mappings would make otherwise.
 *
 * @param edited names of the mappings that are others than those in force, or use such
 * @param events that were run
 * @param same of which nothing would be otherwise
 * @param different whose document, or entry in the ledger, would be another one
 * @param held that would be held, or refused, and are not now
 * @param released that would no longer be
 * @param otherwiseHeld that would be held for other reasons
 * @param stopped whether time was up before all were run
 * @param documents those that would be otherwise, the latest first; the first few hundred
 */
public record Replayed(
    List<String> edited,
    int events,
    int same,
    int different,
    int held,
    int released,
    int otherwiseHeld,
    boolean stopped,
    List<Changed> documents) {

  /**
   * One document.
   *
   * @param change {@code DIFFERENT}, {@code HELD}, {@code RELEASED} or {@code OTHERWISE_HELD}
   * @param state of the posting now
   * @param problems codes of what would stand in its way, each with its field
   * @param fields that differ; the first few
   */
  public record Changed(
      String company,
      UUID posting,
      String source,
      String sourceId,
      String kind,
      String state,
      Change change,
      List<String> problems,
      List<Field> fields) {}

  /** What would become of it. */
  public enum Change {
    SAME,
    DIFFERENT,
    HELD,
    RELEASED,
    OTHERWISE_HELD
  }

  /** A field of the Xero document, or, as {@code entry.…}, of the entry in the ledger. */
  public record Field(String path, JsonNode before, JsonNode after) {}
}
