/**
 * One trace for each document, from the record that brought it to the record that tells its
 * outcome, over whatever engines work on it in between. Nothing of what a document says is in it.
 *
 * <p>Camel's own (camel-opentelemetry2) follows an exchange, with a span for each step and the
 * trace in its headers. A document is in many exchanges, most of which it shares with others, and
 * what follows it from one to the next is its row.
 */
package io.ledgerway.trace;
