package io.ledgerway.sandbox.oauth;

import java.time.Instant;
import java.util.UUID;

/**
 * An app's access to one organisation.
 *
 * @param userId who gave it; null for a custom connection
 */
record Connection(
    UUID id,
    UUID authEventId,
    String clientId,
    UUID tenantId,
    UUID userId,
    Instant created,
    Instant updated) {}
