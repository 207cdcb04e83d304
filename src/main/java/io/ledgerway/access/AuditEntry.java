package io.ledgerway.access;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;

/**
 * One act.
 *
 * @param who login of a user, or name of a key
 * @param company null when it was about none
 * @param act in words
 * @param subject what it was done to
 * @param outcome DONE, REFUSED or FAILED
 * @param reason the code of what refused it
 * @param before JSON; null where nothing was told
 * @param after JSON
 */
public record AuditEntry(
    UUID id,
    Instant at,
    String who,
    String company,
    String act,
    String subject,
    String outcome,
    String reason,
    @JsonRawValue String before,
    @JsonRawValue String after) {}
