/** The sandbox's own switches, under {@code /sandbox}. They need no token. */
package io.ledgerway.sandbox.control;
