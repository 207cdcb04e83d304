/**
 * Fetches a file from an address that came from outside, which may be anything: only from hosts
 * that are allowed, never from inside, and never more or for longer than is asked for.
 */
package io.ledgerway.fetch;
