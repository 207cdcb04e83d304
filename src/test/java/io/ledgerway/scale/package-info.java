/**
 * A year of data of many companies, and what each of the engine's statements reads of it to find
 * what it returns.
 */
package io.ledgerway.scale;
