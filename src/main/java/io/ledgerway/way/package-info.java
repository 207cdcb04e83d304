/**
 * Which way a document went through the running routes, found out from what the ledger keeps of it
 * anyway: its history, its calls, its receipts and what its source was told.
 */
package io.ledgerway.way;
