/** The log of all calls: the witness of what a client really did. */
package io.ledgerway.sandbox.calls;
