/** Witnesses that were not written here: Xero's own SDK, and Xero's own specification. */
package io.ledgerway.sandbox.witness;
