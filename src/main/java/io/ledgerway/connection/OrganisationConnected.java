package io.ledgerway.connection;

/** A company has been connected to its organisation, for the first time or again. */
public record OrganisationConnected(String company, String tenantId) {}
