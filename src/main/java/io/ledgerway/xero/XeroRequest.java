package io.ledgerway.xero;

import io.ledgerway.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * One request, the same for each attempt.
 *
 * @param path below {@code /api.xro/2.0/}, encoded
 * @param query encoded; null when there is none
 * @param headers beyond those that each attempt gets (token, tenant)
 * @param body null for reads
 * @param elements how many documents a write carries; null when not known
 * @param sendBefore nothing goes on the wire from then on; may be null
 */
record XeroRequest(
    String company,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body,
    Integer elements,
    Priority priority,
    Instant sendBefore) {

  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  /** The path without ids, of which there are too many for a metric. */
  String resource() {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  boolean writes() {
    return !"GET".equals(method);
  }

  /** Without summarizeErrors=false a refused batch is saved in part (xero-api.md 2.7). */
  boolean savesPartly() {
    return writes() && (query == null || !query.contains("summarizeErrors=false"));
  }

  String idempotencyKey() {
    return headers.get(IDEMPOTENCY_KEY);
  }

  /** Of what Xero compares when a key is used again; null for reads. */
  String hash() {
    if (!writes()) {
      return null;
    }
    return Sha256.of(
        (method + ' ' + path + '?' + query + '\n').getBytes(StandardCharsets.UTF_8),
        body == null ? new byte[0] : body);
  }
}
