/** Expenses from the topic to the sandbox Xero and back, through the whole engine. */
package io.ledgerway.flow;
