package io.ledgerway.way;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the ledger keeps of a document, as far as it says which way it went.
 *
 * @param undoes whether it undoes another one, which somebody asked for
 * @param state that it is in
 * @param history each state that it was in, oldest first
 * @param calls to Xero made for it
 * @param receipts of it
 * @param confirmedAt when its source took, or refused, to be told that it is posted; null for never
 */
public record Story(
    UUID posting,
    String source,
    boolean undoes,
    String state,
    List<Change> history,
    List<Call> calls,
    List<Receipt> receipts,
    Instant confirmedAt) {

  /**
   * @param batch that it was in; null before the first
   * @param toldAt when its source was told of it; null for never
   */
  public record Change(String state, int version, Instant at, UUID batch, Instant toldAt) {}

  /**
   * @param status of the answer; null without one
   */
  public record Call(UUID batch, Instant at, Integer status) {}

  /**
   * @param state after the last attempt
   */
  public record Receipt(String state, Instant at) {}
}
