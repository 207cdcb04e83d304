package io.ledgerway.observation;

import io.ledgerway.sql.Moments;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * One group of gauges: a statement, whose columns are labels, a number, and perhaps a moment whose
 * age is told beside it.
 *
 * @param statement in {@code sql/observation}
 * @param labels its columns that become labels
 * @param numbers its columns that become gauges, each {@code ledgerway.<name>}
 * @param since its column that becomes an age in seconds; null for none
 * @param ageOf what the age is called: {@code ledgerway.<name>}
 */
record Seen(
    String statement, List<String> labels, List<Number> numbers, String since, String ageOf) {

  /** A column, and what its gauge is called and says. */
  record Number(String column, String gauge, String says) {}

  static final List<Seen> ALL =
      List.of(
          new Seen(
              "documents",
              List.of("state", "cause"),
              List.of(
                  new Number(
                      "documents",
                      "ledgerway.documents",
                      "Documents that are on their way, or wait for somebody or something")),
              "since",
              "ledgerway.documents.oldest"),
          new Seen(
              "batches",
              List.of("state", "next"),
              List.of(
                  new Number(
                      "batches", "ledgerway.batches.open", "Batches whose fate is not known yet")),
              "since",
              "ledgerway.batches.oldest"),
          new Seen(
              "imports",
              List.of("outcome"),
              List.of(
                  new Number(
                      "imports",
                      "ledgerway.imports",
                      "Companies by what their last import came to")),
              "since",
              "ledgerway.imports.oldest"),
          new Seen(
              "telling",
              List.of("kind"),
              List.of(
                  new Number("untold", "ledgerway.untold", "What sources have not been told yet")),
              "since",
              "ledgerway.untold.oldest"),
          new Seen(
              "letters",
              List.of("waits"),
              List.of(
                  new Number(
                      "letters",
                      "ledgerway.dead.letters",
                      "Records that were not accepted, by whom they wait for")),
              "since",
              "ledgerway.dead.letters.oldest"),
          new Seen(
              "connections",
              List.of("state"),
              List.of(
                  new Number(
                      "connections",
                      "ledgerway.connections",
                      "Companies by their connection to Xero")),
              null,
              null),
          new Seen(
              "calls",
              List.of("company"),
              List.of(
                  new Number(
                      "used", "ledgerway.calls.day.used", "Calls to Xero since its day began"),
                  new Number(
                      "remaining",
                      "ledgerway.calls.day.left",
                      "Calls to Xero that its day still holds")),
              null,
              null),
          new Seen(
              "tables",
              List.of("table"),
              List.of(
                  new Number(
                      "rows",
                      "ledgerway.table.rows",
                      "Rows of a table that grows, as the database estimates them"),
                  new Number(
                      "bytes", "ledgerway.table.bytes", "What the table takes with its indexes")),
              null,
              null));

  Tags tags(ResultSet row) throws SQLException {
    Tags tags = Tags.empty();
    for (String label : labels) {
      String value = row.getString(label);
      tags =
          tags.and(
              Tag.of(
                  label,
                  label.equals("cause") ? CauseLabel.of(value) : value == null ? "" : value));
    }
    return tags;
  }

  Instant since(ResultSet row) throws SQLException {
    return since == null ? null : Moments.of(row, since);
  }
}
