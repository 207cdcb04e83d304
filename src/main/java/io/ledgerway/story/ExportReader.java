package io.ledgerway.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads exports as people look at them. Thread-safe. */
@Component
public class ExportReader {

  private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ExportReader(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Newest first, without their documents. */
  public Page<ExportView> page(String company, UUID cursor, int limit) {
    return Page.of(read(company, null, cursor, limit + 1), limit, ExportView::id);
  }

  /** One export; empty when the company has no such one. */
  public Optional<ExportView> one(String company, UUID id) {
    return read(company, id, null, 1).stream().findFirst();
  }

  private List<ExportView> read(String company, UUID id, UUID before, int limit) {
    return jdbc.sql(SqlFile.read("story/exports"))
        .param("company", company)
        .param("id", id)
        .param("before", before)
        .param("limit", limit)
        .query((row, number) -> view(row))
        .list();
  }

  private ExportView view(ResultSet row) throws SQLException {
    try {
      Map<String, Long> states = json.readValue(row.getString("states"), COUNTS);
      long documents = row.getLong("documents");
      Instant ended = Moments.of(row, "ended_at");
      String filter = row.getString("filter");
      return new ExportView(
          row.getObject("id", UUID.class),
          row.getString("source"),
          row.getString("occasion"),
          row.getString("what"),
          filter == null ? null : json.readTree(filter),
          row.getString("asked_by"),
          Moments.of(row, "due_at"),
          Moments.of(row, "begun_at"),
          ExportView.stateOf(ended, states),
          ended,
          documents,
          states,
          documents - states.values().stream().mapToLong(Long::longValue).sum(),
          null);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
