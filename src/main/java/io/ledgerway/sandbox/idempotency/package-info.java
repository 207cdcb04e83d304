/** The {@code Idempotency-Key} store (xero-api.md 2.8). */
package io.ledgerway.sandbox.idempotency;
