/** Keeps what must not be read unreadable where it is stored. */
package io.ledgerway.secret;
