/**
 * What would become of an event, or of a document of the ledger, by the steps that it really takes;
 * nothing is stored, and Xero is not called.
 */
package io.ledgerway.preview;
