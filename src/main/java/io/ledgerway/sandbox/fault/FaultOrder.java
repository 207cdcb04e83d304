package io.ledgerway.sandbox.fault;

import java.util.UUID;

/**
 * A fault as it is asked for. Everything but the kind may be left out: then it hits every call.
 *
 * @param endpoint such as {@code BankTransactions}, or {@code token}, {@code revocation}, {@code
 *     connections}, which are hit only when they are named
 * @param probability from 0 to 1, of each call that fits
 * @param next only the next n calls that fit; it is disarmed after them
 * @param delayMillis for {@code slow}; for {@code list-lag}, how far lists lag behind
 * @param retryAfterSeconds for {@code 429-minute}, {@code 429-day} and the 503s; 1 when left out
 * @param seed makes the decisions the same in every run
 */
public record FaultOrder(
    FaultKind kind,
    UUID tenantId,
    String endpoint,
    String method,
    Double probability,
    Integer next,
    Long delayMillis,
    Long retryAfterSeconds,
    Long seed) {}
