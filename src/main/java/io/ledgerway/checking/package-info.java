/**
 * Makes the Xero document of what came in, and finds all that stands in its way before it is sent;
 * that of an undoing, too.
 */
package io.ledgerway.checking;
