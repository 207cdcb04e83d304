package io.ledgerway.reference;

/**
 * A person as the platform knows them. Immutable.
 *
 * @param id the platform's key
 * @param email matched to Xero's contacts without regard to case
 * @param active whether the platform lets them spend
 * @param firstName may be null
 * @param lastName may be null
 */
public record User(String id, String email, boolean active, String firstName, String lastName) {}
