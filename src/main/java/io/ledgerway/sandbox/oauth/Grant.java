package io.ledgerway.sandbox.oauth;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What an access token stands for.
 *
 * @param userId the user who consented; null for client credentials
 */
record Grant(
    App app, Set<String> scopes, UUID authEventId, UUID userId, Instant issued, Instant expires) {}
