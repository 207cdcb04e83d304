/**
 * Fetches a file from, or posts something to, an address that came from outside, which may be
 * anything: a file only from hosts that are allowed, never from or to inside, and never more or for
 * longer than is asked for.
 */
package io.ledgerway.fetch;
