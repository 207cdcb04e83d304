package io.ledgerway.export;

import java.util.List;
import java.util.UUID;

/**
 * What became of a request for an export.
 *
 * @param run the export; the one that is under way when nothing was left to begin another with;
 *     null when there is none either
 * @param begun whether it was begun by this request
 * @param notTaken those of the documents that were named which it does not have
 */
public record Begun(UUID run, boolean begun, List<NotTaken> notTaken) {

  /**
   * A document that was named and is not in the export.
   *
   * @param code {@code UNKNOWN}, {@code ASKED_FOR_ALREADY}, {@code EXPORT_OFF}, {@code
   *     GOES_BY_ITSELF} or {@code NOTHING_TO_SEND}
   * @param state of the document; null when there is none
   * @param run the export that has it
   */
  public record NotTaken(UUID id, String code, String message, String state, UUID run) {}
}
