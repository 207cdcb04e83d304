package io.ledgerway.posting;

import io.ledgerway.document.DocumentResource;
import io.ledgerway.document.SourceDocument;
import io.ledgerway.source.Sources;
import io.ledgerway.trace.Followed;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * A document of the ledger as it is taken up to be checked or sent.
 *
 * @param xeroId of what stands in Xero already; null before it does
 * @param undoes the document that it undoes; null for one that came in
 * @param noun what people call it
 * @param mistakenBy the schema that did not take its event when it came; null when it was taken
 * @param followed null when it has no trace
 */
public record LedgerRow(
    UUID id,
    String company,
    String source,
    String sourceId,
    int version,
    String kind,
    String resource,
    String currency,
    BigDecimal total,
    String event,
    String marker,
    String xeroId,
    UUID undoes,
    String noun,
    String mistakenBy,
    Followed followed) {

  /** As far as the Xero document made of it is judged by it. */
  public SourceDocument sourceDocument() {
    return new SourceDocument(DocumentResource.valueOf(resource), mapping(), noun, currency, total);
  }

  /** The name of the mapping that makes its Xero document. */
  public String mapping() {
    return source + "/" + kind;
  }

  public static LedgerRow of(Map<?, ?> row, Sources sources) {
    return new LedgerRow(
        (UUID) row.get("id"),
        (String) row.get("company"),
        (String) row.get("source"),
        (String) row.get("source_id"),
        ((Number) row.get("version")).intValue(),
        (String) row.get("kind"),
        (String) row.get("resource"),
        (String) row.get("currency"),
        (BigDecimal) row.get("total"),
        (String) row.get("event"),
        (String) row.get("marker"),
        (String) row.get("xero_id"),
        (UUID) row.get("undoes"),
        sources.noun(row.get("source") + "/" + row.get("kind")),
        (String) row.get("mistaken_by"),
        Followed.of((String) row.get("trace")));
  }
}
