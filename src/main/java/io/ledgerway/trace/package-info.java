/**
 * One trace for each document, from the record that brought it to the record that tells its
 * outcome, over whatever engines work on it in between. Nothing of what a document says is in it.
 */
package io.ledgerway.trace;
