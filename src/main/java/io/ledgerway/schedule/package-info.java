/**
 * When something that is done again and again is done next, by the clock of a time zone. Knows
 * nobody.
 */
package io.ledgerway.schedule;
