/**
 * Lets routes call the few things that YAML cannot say well by name, such as {@code
 * posting:settle}, and refuses a name that nobody knows when the route is loaded.
 */
package io.ledgerway.step;
