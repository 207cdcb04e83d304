package io.ledgerway.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs statements as an engine does that has run for a while, with the plan that the database then
 * keeps for them, and takes back what they wrote. Not thread-safe.
 */
final class Plans {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** After so many the database decides whether it keeps one plan for all values. */
  private static final int RUNS = 6;

  private final Connection connection;

  Plans(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
  }

  Reading read(String title, Statement statement) {
    try (java.sql.Statement sql = connection.createStatement()) {
      String execute = prepare(sql, statement.prepared());
      for (int i = 0; i < RUNS; i++) {
        sql.execute("explain " + execute);
      }
      long before = rowsRead(sql);
      JsonNode explained =
          JSON.readTree(one(sql, "explain (analyze, buffers, format json) " + execute)).get(0);
      long inTables = rowsRead(sql) - before;
      JsonNode plan = explained.get("Plan");
      long written = sum(plan, Plans::written);
      return new Reading(
          title,
          statement,
          Math.max(written, rows(plan)),
          Math.max(inTables, sum(plan, Plans::scanned)),
          plan.path("Shared Hit Blocks").asLong() + plan.path("Shared Read Blocks").asLong(),
          explained.get("Execution Time").asDouble());
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException(title + ": " + e.getMessage(), e);
    } finally {
      rollback();
    }
  }

  /** As its driver would: with the types of what it is given. */
  private static String prepare(java.sql.Statement sql, Statement.Prepared prepared)
      throws SQLException {
    List<String> types = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String expression : prepared.expressions()) {
      try (ResultSet value =
          sql.executeQuery(
              "select pg_typeof(v), quote_nullable(v::text) from (select "
                  + expression
                  + " as v) e")) {
        value.next();
        types.add(value.getString(1));
        values.add(value.getString(2));
      }
    }
    String of = types.isEmpty() ? "" : "(" + String.join(", ", types) + ")";
    sql.execute("deallocate all");
    sql.setEscapeProcessing(false);
    sql.execute("prepare looked_at" + of + " as " + prepared.text());
    return "execute looked_at" + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")");
  }

  private static long rowsRead(java.sql.Statement sql) throws SQLException {
    return Long.parseLong(
        one(
            sql,
            "select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::bigint from"
                + " pg_stat_xact_user_tables"));
  }

  private static String one(java.sql.Statement sql, String query) throws SQLException {
    try (ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private interface Measure {
    long of(JsonNode node);
  }

  private static long sum(JsonNode node, Measure measure) {
    long sum = measure.of(node);
    for (JsonNode below : node.path("Plans")) {
      sum += sum(below, measure);
    }
    return sum;
  }

  private static long rows(JsonNode node) {
    return Math.round(node.path("Actual Rows").asDouble() * loops(node));
  }

  private static double loops(JsonNode node) {
    return node.path("Actual Loops").asDouble();
  }

  private static long scanned(JsonNode node) {
    if (!node.get("Node Type").asText().endsWith("Scan") || !node.has("Relation Name")) {
      return 0;
    }
    double removed =
        node.path("Rows Removed by Filter").asDouble()
            + node.path("Rows Removed by Index Recheck").asDouble();
    return rows(node) + Math.round(removed * loops(node));
  }

  private static long written(JsonNode node) {
    return node.get("Node Type").asText().equals("ModifyTable") ? rows(node.at("/Plans/0")) : 0;
  }

  private void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
