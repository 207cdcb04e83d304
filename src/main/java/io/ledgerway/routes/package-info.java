/**
 * Refuses to start with routes that Camel would load without complaint although they are wrong, and
 * knows what templates made.
 */
package io.ledgerway.routes;
