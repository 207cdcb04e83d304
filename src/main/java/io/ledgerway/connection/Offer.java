package io.ledgerway.connection;

/**
 * An organisation that a company may be connected to. Immutable.
 *
 * @param heldBy the other company that is connected to it; null when it is free. To be told to
 *     operators alone
 */
public record Offer(String tenantId, String name, String heldBy) {}
