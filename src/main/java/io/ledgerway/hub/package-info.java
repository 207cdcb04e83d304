/** The hub: pages in which people connect, set up, export and understand. */
package io.ledgerway.hub;
