/**
 * How the engine is seen from outside: gauges of what stands in the database, by state and cause,
 * never by document or person.
 */
package io.ledgerway.observation;
