package io.ledgerway.connection;

/**
 * A company has come to an organisation that it was not connected to before: nothing of the former
 * one holds any more. Published within the transaction that connects, when the new one is in place.
 *
 * @param formerTenantId null when it is the company's first
 * @param formerName null when it is the company's first
 */
public record OrganisationChanged(
    String company, String formerTenantId, String formerName, String tenantId, String name) {}
