/** Refuses to start with routes that Camel would load without complaint although they are wrong. */
package io.ledgerway.routes;
