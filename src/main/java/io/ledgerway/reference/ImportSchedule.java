package io.ledgerway.reference;

import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a company's reference data is read each night. Thread-safe. */
@Component
public class ImportSchedule {

  private final JdbcClient jdbc;
  private final Clock clock;

  ImportSchedule(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param at the hour by the clock of that zone, to the minute; null leaves it as it is (one of
   *     the company's own between midnight and six)
   * @param zone a name of the time zone database, e.g. Pacific/Auckland; null leaves it (UTC)
   * @throws UnknownZone when there is none of that name
   */
  public void choose(String company, LocalTime at, String zone) {
    if (zone != null
        && jdbc.sql("select name from pg_timezone_names where name = :zone")
            .param("zone", zone)
            .query(String.class)
            .optional()
            .isEmpty()) {
      throw new UnknownZone(company, zone);
    }
    jdbc.sql(SqlFile.read("reference/choose-schedule"))
        .param("company", company)
        .param("at", at == null ? null : at.truncatedTo(ChronoUnit.MINUTES).toString())
        .param("zone", zone)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
