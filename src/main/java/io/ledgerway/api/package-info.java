/** The REST API under {@code /api/v1}, its description and its authentication. */
package io.ledgerway.api;
