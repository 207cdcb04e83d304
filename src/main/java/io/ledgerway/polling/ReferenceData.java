package io.ledgerway.polling;

import io.ledgerway.sql.SqlFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be chosen in a company's organisation, for mappings that tell a source. Thread-safe. */
@Component
class ReferenceData {

  private static final String ALL = SqlFile.read("polling/reference");
  private final JdbcClient jdbc;

  ReferenceData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code accounts} and {@code trackingOptions}, each a list of records. */
  Map<String, Object> of(String company) {
    List<Map<String, Object>> accounts = new ArrayList<>();
    List<Map<String, Object>> options = new ArrayList<>();
    jdbc.sql(ALL)
        .param("company", company)
        .query(
            row -> {
              boolean account = row.getString("kind").equals("account");
              Map<String, Object> record = new LinkedHashMap<>();
              record.put("id", row.getString("id"));
              record.put("name", row.getString("name"));
              record.put(account ? "code" : "category", row.getString(account ? "code" : "parent"));
              (account ? accounts : options).add(record);
            });
    return Map.of("accounts", accounts, "trackingOptions", options);
  }
}
