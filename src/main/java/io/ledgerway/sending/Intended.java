package io.ledgerway.sending;

import io.ledgerway.document.DocumentResource;
import io.ledgerway.trace.TraceContext;
import java.util.Map;
import java.util.UUID;

/**
 * A document as it was meant when it was sent.
 *
 * @param key what it can be found by in Xero: a marker, a number of its own, or Xero's id
 * @param noun what people call what came in
 * @param trace where it is in its trace; null when it has none
 */
public record Intended(
    UUID id, String key, Map<String, Object> document, String noun, TraceContext trace) {

  public static Intended of(
      UUID id,
      DocumentResource resource,
      Map<String, Object> document,
      String noun,
      TraceContext trace) {
    return new Intended(id, resource.key(document), document, noun, trace);
  }
}
