/**
 * The posting ledger: each accepted document, its state, and the evidence of how it came to stand
 * in Xero exactly once.
 */
package io.ledgerway.posting;
