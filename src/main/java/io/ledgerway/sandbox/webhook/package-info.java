/** Webhooks with signature, intent to receive, and retries (xero-api.md 5). */
package io.ledgerway.sandbox.webhook;
