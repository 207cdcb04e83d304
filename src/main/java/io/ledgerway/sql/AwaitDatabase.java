package io.ledgerway.sql;

import io.ledgerway.problem.LedgerwayException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * An engine that starts during an outage of its database waits for it, with a line a minute, and
 * then migrates. What waiting cannot mend (a wrong password, no such database) ends the start.
 */
@Component
class AwaitDatabase implements FlywayMigrationStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(AwaitDatabase.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final int LOOKS_A_LINE = 60;

  private final DataSourceProperties database;

  AwaitDatabase(DataSourceProperties database) {
    this.database = database;
  }

  @Override
  public void migrate(Flyway flyway) {
    // Whoever tells the engine to end waits for this start: the context's lock is held meanwhile.
    Thread hook = new Thread(Thread.currentThread()::interrupt, "stop-waiting-for-database");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      await();
    } finally {
      forget(hook);
    }
    flyway.migrate();
  }

  private void await() {
    int looks = 0;
    while (!isThere()) {
      if (looks++ % LOOKS_A_LINE == 0) {
        LOG.warn("event=waiting_for_database database={}", place());
      }
      rest();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The engine is ending.
    }
  }

  private boolean isThere() {
    // Not through the pool, which writes a stack trace for each look.
    try (Connection connection =
        DriverManager.getConnection(
            database.determineUrl(), database.determineUsername(), database.determinePassword())) {
      return connection.isValid(5);
    } catch (SQLException e) {
      if (mayPass(e.getSQLState())) {
        return false;
      }
      throw new LedgerwayException(
          "DATABASE_REFUSED",
          "The database at " + place() + " refuses this engine (SQLState " + e.getSQLState() + ")",
          "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
              + " SPRING_DATASOURCE_PASSWORD.");
    }
  }

  /** No connection, starting up or shutting down, too many connections. */
  private static boolean mayPass(String state) {
    return state == null || DatabaseAway.passes(state);
  }

  /** Without what may stand behind a question mark: a password, for one. */
  private String place() {
    return database.determineUrl().replaceFirst("\\?.*", "");
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK_AGAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerwayException(
          "ENDED_WHILE_WAITING",
          "The engine was told to end while it waited for its database.",
          "Nothing was begun.",
          e);
    }
  }
}
