/**
 * Xero's accounts, tax rates, tracking, contacts and currencies as each company has them, kept
 * locally so that a document can be checked before it is sent.
 */
package io.ledgerway.reference;
