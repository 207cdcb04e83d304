package io.ledgerway.access;

import java.time.Instant;

/**
 * Somebody with a role in a company.
 *
 * @param signedInAt null while they never have
 */
public record Member(String login, String name, Role role, Instant signedInAt, boolean disabled) {}
