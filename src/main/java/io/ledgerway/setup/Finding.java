package io.ledgerway.setup;

import io.ledgerway.problem.Problem.Actor;

/**
 * One thing that an account admin must mend before import settings can be put in force.
 *
 * @param code stable, upper-case
 * @param actor always the admin
 * @param subject the record, as {@code kind:id}; null when it is none in particular
 * @param field where in the settings
 */
public record Finding(
    String code, String message, Actor actor, String action, String subject, String field) {}
