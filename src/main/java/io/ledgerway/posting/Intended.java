package io.ledgerway.posting;

import java.util.Map;
import java.util.UUID;

/**
 * A document as it was meant when it was sent.
 *
 * @param marker what it can be found by in Xero
 */
record Intended(UUID id, String marker, Map<String, Object> document) {}
