package io.ledgerway.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A program's key, without the key.
 *
 * @param prefix its first characters, to tell it from others
 * @param company null for an operator's
 * @param usedAt to the minute; null while it never was
 */
public record ApiKey(
    UUID id,
    String prefix,
    String name,
    String company,
    Role role,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Instant usedAt,
    Instant revokedAt) {}
