package io.ledgerway.sandbox.calls;

import java.time.Instant;
import java.util.UUID;

/**
 * One call as it was seen.
 *
 * @param status what was answered; 0 when the connection was closed instead
 * @param replayed answered from the idempotency store, nothing executed
 * @param elements records written or listed
 * @param fault the faults that hit it, or null
 */
public record LoggedCall(
    long sequence,
    Instant time,
    String method,
    String endpoint,
    String path,
    String query,
    int status,
    UUID tenantId,
    String clientId,
    String idempotencyKey,
    boolean replayed,
    int elements,
    long millis,
    String fault,
    String correlationId) {}
