package io.ledgerway.benchmark;

import io.ledgerway.local.LocalPostgres;
import io.ledgerway.local.RouteSql;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A ledger with a backlog, and the engine's own statements on it. Not thread-safe. */
final class Ledger implements AutoCloseable {

  private final SingleConnectionDataSource connection;
  private final JdbcClient jdbc;

  private Ledger(SingleConnectionDataSource connection) {
    this.connection = connection;
    this.jdbc = JdbcClient.create(connection);
  }

  static Ledger migrated(LocalPostgres postgres) {
    String url = postgres.newDatabase();
    DataSource dataSource = postgres.dataSource(url);
    Flyway.configure().dataSource(dataSource).load().migrate();
    return new Ledger(
        new SingleConnectionDataSource(url, postgres.username(), postgres.password(), true));
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  /**
   * Fills the ledger with documents of one company, connected and set up, that are ready to be
   * sent.
   */
  Ledger withReady(int documents) {
    jdbc.sql(RouteSql.read("benchmark/company")).update();
    // Its triggers would write a history that nobody reads here.
    jdbc.sql("set session_replication_role = replica").update();
    jdbc.sql(RouteSql.read("benchmark/backlog")).param("documents", documents).update();
    jdbc.sql("set session_replication_role = origin").update();
    return vacuumed();
  }

  Ledger vacuumed() {
    jdbc.sql("vacuum analyze posting").update();
    jdbc.sql("checkpoint").update();
    return this;
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
