/**
 * The ledger against a real database: what comes twice, late or wrong, and what Xero does
 * differently.
 */
package io.ledgerway.posting;
