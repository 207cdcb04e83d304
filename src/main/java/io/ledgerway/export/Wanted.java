package io.ledgerway.export;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What somebody asks to export. Immutable.
 *
 * @param source of one source alone; null for all
 * @param ids of postings; null when none are named
 * @param filter null when there is none
 */
public record Wanted(String source, List<UUID> ids, Filter filter) {

  /**
   * What documents have in common; a null is no condition.
   *
   * @param state RECEIVED, HELD or READY
   */
  public record Filter(
      String state, String kind, String sourceId, String employee, LocalDate from, LocalDate to) {}

  static Wanted everything(String source) {
    return new Wanted(source, null, null);
  }

  String what() {
    return ids != null ? "SELECTION" : filter != null ? "FILTER" : "ALL";
  }
}
