/** Faults that can be armed, to see how a client takes them. */
package io.ledgerway.sandbox.fault;
