package io.ledgerway.preview;

import io.ledgerway.posting.Arrival;
import io.ledgerway.preview.Previewed.Entry;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Rows of the ledger as checks take them up. */
final class LedgerRows {

  private LedgerRows() {}

  /** The row that an arrival would be, if nothing of it were in the ledger. */
  static Map<String, Object> of(Arrival arrival, UUID id) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("company", arrival.company());
    row.put("source", arrival.source());
    row.put("source_id", arrival.sourceId());
    row.put("version", arrival.version() == null ? 1 : arrival.version());
    row.put("kind", arrival.kind());
    row.put("resource", arrival.resource());
    row.put("document_date", arrival.date() == null ? null : Date.valueOf(arrival.date()));
    row.put("currency", arrival.currency());
    row.put("total", arrival.total());
    row.put("event", arrival.event());
    row.put("mistaken_by", arrival.mistakenBy());
    return row;
  }

  /** The row of a document that came, if its event were entered anew. */
  static Map<String, Object> again(Map<String, Object> row, Arrival arrival) {
    Map<String, Object> again = of(arrival, (UUID) row.get("id"));
    // Of sources that count no versions the ledger counts them.
    again.put("version", arrival.version() == null ? row.get("version") : arrival.version());
    again.put("marker", row.get("marker"));
    again.put("xero_id", row.get("xero_id"));
    if (row.get("resource").equals("Change" + arrival.resource())) {
      again.put("resource", row.get("resource"));
    }
    return again;
  }

  static Entry entry(Map<String, Object> row, UUID posting, String outcome, String state) {
    return new Entry(
        posting,
        outcome,
        (String) row.get("source"),
        (String) row.get("source_id"),
        ((Number) row.get("version")).intValue(),
        (String) row.get("kind"),
        (String) row.get("resource"),
        row.get("document_date") instanceof Date date ? date.toLocalDate() : null,
        (String) row.get("currency"),
        (BigDecimal) row.get("total"),
        (String) row.get("mistaken_by"),
        state);
  }
}
