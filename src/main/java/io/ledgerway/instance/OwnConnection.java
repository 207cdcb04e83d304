package io.ledgerway.instance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One connection to the database beside the pool: the heartbeat does not stand in line behind work,
 * and gives a dead connection up within seconds. Thread-safe.
 */
@Component
@DependsOnDatabaseInitialization
public class OwnConnection implements DisposableBean {

  private static final int SECONDS = 5;

  private final JdbcClient jdbc;
  private final HikariDataSource source;

  @Autowired
  OwnConnection(HikariDataSource pool) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("heartbeat");
    config.setJdbcUrl(pool.getJdbcUrl());
    config.setUsername(pool.getUsername());
    config.setPassword(pool.getPassword());
    pool.getDataSourceProperties()
        .forEach((name, value) -> config.addDataSourceProperty((String) name, value));
    config.addDataSourceProperty("socketTimeout", SECONDS);
    config.addDataSourceProperty("connectTimeout", SECONDS);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(SECONDS * 1000L);
    config.setValidationTimeout(1000);
    source = new HikariDataSource(config);
    jdbc = JdbcClient.create(source);
  }

  /** Borrows what somebody else opens and closes. */
  OwnConnection(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.source = null;
  }

  public JdbcClient jdbc() {
    return jdbc;
  }

  @Override
  public void destroy() {
    if (source != null) {
      source.close();
    }
  }
}
