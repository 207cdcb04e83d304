package io.ledgerway.connection;

import java.time.Instant;

/**
 * A Xero organisation that a token opens.
 *
 * @param connectionId Xero's id of the connection to it, by which it can be ended
 * @param updatedAt when somebody last consented to it, on Xero's clock; null when Xero did not say
 */
record XeroTenant(String tenantId, String name, String connectionId, Instant updatedAt) {}
