package io.ledgerway.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A receipt that is to be attached now.
 *
 * @param name in Xero; null before it was sent first
 * @param size of what was sent, while nobody knows whether Xero has it; null otherwise
 * @param resource of its document, as the ledger names it
 * @param document Xero's id of it
 * @param tenant the organisation in which that stands
 * @param stands whether the document stands in Xero
 * @param others how many more of the document's receipts Xero has, or may have
 */
record DueReceipt(
    UUID id,
    UUID posting,
    String company,
    String source,
    String sourceId,
    String fileName,
    String url,
    String name,
    Long size,
    int attempts,
    String resource,
    String document,
    String tenant,
    boolean stands,
    int others) {

  /** Of the exchange that attaches it. */
  static final String VARIABLE = "dueReceipt";

  static DueReceipt of(ResultSet row) throws SQLException {
    return new DueReceipt(
        row.getObject("id", UUID.class),
        row.getObject("posting", UUID.class),
        row.getString("company"),
        row.getString("source"),
        row.getString("source_id"),
        row.getString("file_name"),
        row.getString("url"),
        row.getString("name"),
        row.getObject("size", Long.class),
        row.getInt("attempts"),
        row.getString("resource"),
        row.getString("document"),
        row.getString("tenant"),
        row.getBoolean("stands"),
        row.getInt("others"));
  }

  /** Whether Xero may have it although nobody saw an answer. */
  boolean mayBeThere() {
    return size != null;
  }

  DueReceipt sentAs(String givenName, long bytes) {
    return new DueReceipt(
        id, posting, company, source, sourceId, fileName, url, givenName, bytes, attempts, resource,
        document, tenant, stands, others);
  }
}
