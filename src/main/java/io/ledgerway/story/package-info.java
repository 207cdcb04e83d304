/**
 * What became of a company's documents, as those who look at them read it: found, counted, and each
 * with its story.
 */
package io.ledgerway.story;
