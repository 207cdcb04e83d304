/**
 * What comes in from the sources: validated, stored once, or put aside as a dead letter with its
 * reason.
 */
package io.ledgerway.intake;
