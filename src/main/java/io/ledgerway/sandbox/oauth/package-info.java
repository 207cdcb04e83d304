/** Apps, tokens and connections: who may call for which organisation (xero-api.md 1). */
package io.ledgerway.sandbox.oauth;
