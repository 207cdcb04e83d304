package io.ledgerway.sandbox.expensify.company;

/**
 * One value of a level.
 *
 * @param glCode may be empty
 */
public record Tag(String name, boolean enabled, String glCode) {}
