package io.ledgerway.sending;

import io.ledgerway.document.DocumentResource;
import java.util.Map;
import java.util.UUID;

/**
 * A document as it was meant when it was sent.
 *
 * @param key what it can be found by in Xero: a marker, a number of its own, or Xero's id
 * @param noun what people call what came in
 */
public record Intended(UUID id, String key, Map<String, Object> document, String noun) {

  public static Intended of(
      UUID id, DocumentResource resource, Map<String, Object> document, String noun) {
    return new Intended(id, resource.key(document), document, noun);
  }
}
