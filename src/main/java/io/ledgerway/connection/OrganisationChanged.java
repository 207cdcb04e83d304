package io.ledgerway.connection;

/**
 * A company was connected to another organisation than before: nothing that is known of the former
 * one holds any more. Published within the transaction that connects.
 */
public record OrganisationChanged(String company, String formerTenantId, String tenantId) {}
