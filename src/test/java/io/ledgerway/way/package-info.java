/** What the ledger keeps says which way a document went: all of it, and by steps that there are. */
package io.ledgerway.way;
