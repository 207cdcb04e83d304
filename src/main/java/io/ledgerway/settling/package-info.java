/**
 * Finds out what became of a batch: by its answer, by the same request once more, or by looking at
 * what stands in Xero.
 */
package io.ledgerway.settling;
