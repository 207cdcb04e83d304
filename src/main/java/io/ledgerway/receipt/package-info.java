/**
 * Receipts of documents: each follows its document into Xero by a call of its own, out of what
 * documents leave of a day's calls, once, whatever happens on the way.
 */
package io.ledgerway.receipt;
