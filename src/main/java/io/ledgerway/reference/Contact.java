package io.ledgerway.reference;

/**
 * One contact that has an e-mail address. Immutable.
 *
 * @param id Xero's ContactID, its only durable key (xero-api.md 4.4)
 * @param email lower case
 * @param active false when archived or under a GDPR request
 */
public record Contact(String id, String name, String email, boolean active) {}
