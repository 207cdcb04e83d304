package io.ledgerway.intake;

import io.ledgerway.posting.Arrival;

/**
 * What the way in makes of one event: what asks to be entered, or why it is refused.
 *
 * @param index of the event among those that were judged together
 * @param arrival null when it is refused
 * @param mapping that made the arrival; null when it is refused
 * @param code why it is refused; null when it is not
 */
public record Judged(
    int index, Arrival arrival, String mapping, String code, String message, String action) {

  static Judged of(Entry entry) {
    return new Judged(
        (int) entry.record().offset(), entry.arrival(), entry.mapping(), null, null, null);
  }

  static Judged of(Refusal refusal) {
    return new Judged(
        (int) refusal.record().offset(),
        null,
        null,
        refusal.code(),
        refusal.message(),
        refusal.action());
  }

  public boolean isRefused() {
    return arrival == null;
  }
}
