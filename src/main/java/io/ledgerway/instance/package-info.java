/** This engine process among others: its id, and the proof that it is alive. */
package io.ledgerway.instance;
