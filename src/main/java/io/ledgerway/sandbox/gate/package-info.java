/**
 * The way of a call: faults, token, organisation, limits, idempotency, endpoint, answer, call log.
 */
package io.ledgerway.sandbox.gate;
