package io.ledgerway.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Not ready while the database is away. Nobody signs in to ask: what the driver says of it, with
 * its address, goes to the log of whoever needed it.
 */
@Component("database")
class DatabaseHealth implements HealthIndicator {

  private static final int SECONDS = 5;

  private final DataSource database;

  DatabaseHealth(DataSource database) {
    this.database = database;
  }

  @Override
  public Health health() {
    try (Connection connection = database.getConnection()) {
      if (connection.isValid(SECONDS)) {
        return Health.up().build();
      }
    } catch (SQLException e) {
      // Away.
    }
    return Health.down().withDetail("away", "database").build();
  }
}
