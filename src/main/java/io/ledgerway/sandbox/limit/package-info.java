/** Xero's rate limits, in fixed windows per app and organisation (xero-api.md 3). */
package io.ledgerway.sandbox.limit;
