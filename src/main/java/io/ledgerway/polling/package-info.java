/**
 * Asks sources that do not send by themselves: when, within their limits, and on from where the
 * last answer ended. What is asked and what an answer means is said by the source's mappings.
 */
package io.ledgerway.polling;
