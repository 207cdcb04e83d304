package io.ledgerway.connection;

/** A Xero organisation that a token opens. */
record Organisation(String tenantId, String name) {}
