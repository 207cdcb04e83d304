package io.ledgerway.story;

import io.ledgerway.sql.SqlFile;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many documents a company has in each state; they are counted as they change. Thread-safe. */
@Component
public class DocumentCounts {

  private static final String SUMMARY = SqlFile.read("story/summary");

  private final JdbcClient jdbc;

  DocumentCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Without states that none is in. */
  public Map<String, Long> of(String company) {
    Map<String, Long> counts = new TreeMap<>();
    jdbc.sql(SUMMARY)
        .param("company", company)
        .query(
            row -> {
              counts.put(row.getString("state"), row.getLong("documents"));
            });
    return counts;
  }
}
