package io.ledgerway.xero;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.ledgerway.local.LocalPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fresh database with our tables, on the server that all tests of this JVM share. */
public final class Database implements AutoCloseable {

  private final HikariDataSource pool;

  public Database() {
    LocalPostgres server = LocalPostgres.shared();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.newDatabase());
    config.setUsername(server.username());
    config.setPassword(server.password());
    config.setMaximumPoolSize(12);
    pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
  }

  public HikariDataSource pool() {
    return pool;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  @Override
  public void close() {
    pool.close();
  }
}
