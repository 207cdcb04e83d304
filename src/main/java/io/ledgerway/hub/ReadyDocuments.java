package io.ledgerway.hub;

import io.ledgerway.sql.SqlFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a company has ready to be sent. Thread-safe. */
@Component
class ReadyDocuments {

  /** As many go in one call (xero-api.md 3). */
  private static final int PER_CALL = 50;

  private final JdbcClient jdbc;

  ReadyDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of one kind in one currency. */
  record Line(
      String source,
      String kind,
      String resource,
      String currency,
      long documents,
      BigDecimal amount) {}

  /** A document worth a look before it goes. */
  record Large(
      UUID id, String source, String kind, String name, String currency, BigDecimal amount) {}

  /**
   * @param totals by currency; never added up
   * @param calls that sending takes, at the most of 50 documents each
   */
  record Ready(List<Line> lines, long documents, Map<String, BigDecimal> totals, long calls) {}

  Ready of(String company) {
    List<Line> lines =
        jdbc.sql(SqlFile.read("hub/ready")).param("company", company).query(Line.class).list();
    Map<String, BigDecimal> totals = new TreeMap<>();
    Map<String, Long> byResource = new TreeMap<>();
    for (Line line : lines) {
      if (line.currency() != null && line.amount() != null) {
        totals.merge(line.currency(), line.amount(), BigDecimal::add);
      }
      byResource.merge(line.resource(), line.documents(), Long::sum);
    }
    return new Ready(
        lines,
        lines.stream().mapToLong(Line::documents).sum(),
        totals,
        byResource.values().stream().mapToLong(n -> (n + PER_CALL - 1) / PER_CALL).sum());
  }

  List<Large> largest(String company) {
    return jdbc.sql(SqlFile.read("hub/largest-ready"))
        .param("company", company)
        .query(Large.class)
        .list();
  }
}
