/**
 * Edited routes, mappings and what belongs to them are judged as a whole beside what runs, and take
 * over as one, or not at all.
 */
package io.ledgerway.reload;
