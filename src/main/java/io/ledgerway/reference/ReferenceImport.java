package io.ledgerway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what the import routes have read from Xero. Only real changes are written; a record that
 * a full read no longer shows becomes inactive. Thread-safe; runs of one company wait for each
 * other.
 */
@Component
class ReferenceImport {

  private static final String STORE = SqlFile.read("reference/store-records");
  private static final String LOCK = SqlFile.read("reference/lock-company");
  private static final String SAVE_CURSOR = SqlFile.read("reference/save-cursor");

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  ReferenceImport(
      NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Stores all that one read of a resource gave, and how far it went.
   *
   * @param complete whether these are all there are; false for a read of changes only
   * @param records each with kind, id, code, name, active, parent, email, detail, updated
   *     (ISO-8601)
   * @return how many were added, changed or deactivated
   * @throws LedgerwayException {@code IMPORT_IMPLAUSIBLE} when a full read gave nothing although
   *     every organisation has such records; nothing is changed then
   */
  int store(
      String company, Resource resource, boolean complete, List<Map<String, Object>> records) {
    if (complete && records.isEmpty() && resource.isNeverEmpty()) {
      throw new LedgerwayException(
              "IMPORT_IMPLAUSIBLE",
              "Xero's answer holds no " + resource + ", which every organisation has.",
              "Look at the mapping of " + resource + "; what was known before stays in use.")
          .with("company", company);
    }
    MapSqlParameterSource row =
        new MapSqlParameterSource("company", company)
            .addValue("resource", resource.name())
            .addValue("kinds", resource.kinds().toArray(String[]::new))
            .addValue("complete", complete)
            .addValue("records", text(records))
            .addValue("seen", records.size())
            .addValue("cursor", highest(records).map(Timestamp::from).orElse(null))
            .addValue("at", Timestamp.from(clock.instant()));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.update(LOCK, row);
              int changed = jdbc.update(STORE, row);
              jdbc.update(SAVE_CURSOR, row.addValue("changed", changed));
              return changed;
            }));
  }

  private static Optional<Instant> highest(List<Map<String, Object>> records) {
    return records.stream()
        .map(each -> (String) each.get("updated"))
        .filter(Objects::nonNull)
        .map(Instant::parse)
        .max(Instant::compareTo);
  }

  private String text(List<Map<String, Object>> records) {
    try {
      return json.writeValueAsString(records);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
