package io.ledgerway.reference;

import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes what a company chooses into its log of changes, so that documents that wait for it are
 * looked at again. Thread-safe; to be used within the transaction that makes the change.
 */
@Component
public class SettingChanges {

  private static final String VERSION = SqlFile.read("reference/current-version");
  private static final String LOCK = SqlFile.read("reference/lock-company");
  private static final String NEXT = SqlFile.read("reference/next-version");
  private static final String WRITE = SqlFile.read("reference/setting-change");

  private final JdbcClient jdbc;
  private final Clock clock;

  SettingChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Makes others who change this company's data wait until the transaction ends.
   *
   * @throws UnknownCompany when no such company is set up
   */
  public void lock(String company) {
    if (jdbc.sql(VERSION).param("company", company).query(Long.class).optional().isEmpty()) {
      throw new UnknownCompany(company);
    }
    jdbc.sql(LOCK).param("company", company).update();
  }

  /**
   * @param kind card or setting
   * @param keys what documents that wait for it name
   * @param before as JSON; null when there was nothing
   * @param after as JSON; null when there is nothing now
   */
  public void write(
      String company, String kind, String record, Set<String> keys, String before, String after) {
    Long version = jdbc.sql(NEXT).params(Map.of("company", company)).query(Long.class).single();
    jdbc.sql(WRITE)
        .param("company", company)
        .param("version", version)
        .param("kind", kind)
        .param("record", record)
        .param("change", before == null ? "ADDED" : after == null ? "DEACTIVATED" : "CHANGED")
        .param("keys", keys.toArray(String[]::new))
        .param("before", before)
        .param("after", after)
        .param("askedBy", AskedBy.now())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
