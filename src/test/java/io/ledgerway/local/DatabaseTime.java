package io.ledgerway.local;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The time that all engines on one database share, put forward from without. Thread-safe. */
public final class DatabaseTime {

  private final JdbcClient jdbc;
  private Duration offset = Duration.ZERO;

  public DatabaseTime(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public synchronized void advance(Duration by) {
    offset = offset.plus(by);
    jdbc.sql(
            "create or replace function ledgerway_now() returns timestamptz language sql stable"
                + " return statement_timestamp() + interval '"
                + offset.toMillis()
                + " milliseconds'")
        .update();
  }
}
