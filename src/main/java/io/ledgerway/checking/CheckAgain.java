package io.ledgerway.checking;

import io.ledgerway.sql.SqlFile;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has held documents looked at again, as if what they wait for had changed. Thread-safe. */
@Component
public class CheckAgain {

  private final JdbcClient jdbc;
  private final Clock clock;

  CheckAgain(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One held document; how many were. */
  public int one(String company, UUID id) {
    return check(company, id, null, null, null);
  }

  /**
   * A company's held documents; how many were. A null is no condition.
   *
   * @param code of a problem that they have
   * @param kind of document
   * @param sourceId by which their source knows them
   */
  public int those(String company, String code, String kind, String sourceId) {
    return check(company, null, code, kind, sourceId);
  }

  private int check(String company, UUID id, String code, String kind, String sourceId) {
    return jdbc.sql(SqlFile.read("checking/check-again"))
        .param("company", company)
        .param("id", id, Types.OTHER)
        .param("code", code, Types.VARCHAR)
        .param("kind", kind, Types.VARCHAR)
        .param("sourceId", sourceId, Types.VARCHAR)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
