package io.ledgerway.connection;

import java.time.Instant;

/**
 * A company's link to its Xero organisation. Immutable.
 *
 * @param stateReason why it is not active; null when it is
 * @param tenantId Xero's id of the organisation; null when there never was one
 * @param tenantName its name when it was connected
 * @param connectionId Xero's id of the connection itself; null when there never was one
 * @param dayLimit calls that Xero's plan allows it a day
 * @param changedAt when the state changed last
 */
public record Connection(
    String company,
    State state,
    String stateReason,
    String tenantId,
    String tenantName,
    String connectionId,
    int dayLimit,
    Instant changedAt) {

  /** Whether documents and reference data flow. */
  public enum State {
    NOT_CONNECTED,
    ACTIVE,
    /** Xero no longer lets us in: somebody must connect again. */
    EXPIRED,
    /** Switched off here. */
    DISABLED
  }
}
