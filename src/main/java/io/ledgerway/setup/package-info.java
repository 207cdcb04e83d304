/**
 * Sets companies up: what each imports from Xero, chosen step by step and put in force as a whole,
 * and what else must be in place before its first export.
 */
package io.ledgerway.setup;
