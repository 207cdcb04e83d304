package io.ledgerway.posting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.ledgerway.local.LocalPostgres;
import io.ledgerway.posting.Arrival.AfterPosting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty ledger with one company, on a real server. */
public final class LedgerFixture implements AutoCloseable {

  public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private final HikariDataSource pool;
  public final JdbcClient jdbc;
  public final Statements statements;
  final Arrivals arrivals;

  public LedgerFixture() {
    LocalPostgres postgres = LocalPostgres.shared();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(postgres.newDatabase());
    config.setUsername(postgres.username());
    config.setPassword(postgres.password());
    config.setMaximumPoolSize(4);
    pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    jdbc = JdbcClient.create(pool);
    statements = new Statements(new NamedParameterJdbcTemplate(pool));
    arrivals = new Arrivals(statements, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(2557));
    jdbc.sql("insert into company (id, name) values ('acme', 'Acme')").update();
  }

  public static Arrival arrival(String id, int version, String content) {
    return new Arrival(
        "acme",
        "perk",
        id,
        version,
        "card-expense",
        "BankTransactions",
        LocalDate.of(2026, 3, 1),
        "NZD",
        new BigDecimal("10.00"),
        "ana@acme.example",
        "Café",
        "{\"content\":\"" + content + "\"}",
        content,
        null,
        AfterPosting.REFUSE,
        null,
        null);
  }

  public static Arrival dated(Arrival arrival, String day) {
    return new Arrival(
        arrival.company(),
        arrival.source(),
        arrival.sourceId(),
        arrival.version(),
        arrival.kind(),
        arrival.resource(),
        LocalDate.parse(day),
        arrival.currency(),
        arrival.total(),
        arrival.employee(),
        arrival.merchant(),
        arrival.event(),
        arrival.contentHash(),
        arrival.withdrawn(),
        arrival.afterPosting(),
        arrival.mistakenBy(),
        arrival.trace());
  }

  /** Of a source that counts no versions. */
  static Arrival unversioned(String id, String content, String withdrawn) {
    Arrival versioned = arrival(id, 1, content);
    return new Arrival(
        versioned.company(),
        versioned.source(),
        id,
        null,
        versioned.kind(),
        versioned.resource(),
        versioned.date(),
        versioned.currency(),
        versioned.total(),
        versioned.employee(),
        versioned.merchant(),
        versioned.event(),
        content,
        withdrawn,
        AfterPosting.REFUSE,
        null,
        null);
  }

  /** The same of a kind that says so of what is newer than what stands in Xero. */
  static Arrival of(AfterPosting policy, String resource, Arrival arrival) {
    return new Arrival(
        arrival.company(),
        arrival.source(),
        arrival.sourceId(),
        arrival.version(),
        arrival.kind(),
        resource,
        arrival.date(),
        arrival.currency(),
        arrival.total(),
        arrival.employee(),
        arrival.merchant(),
        arrival.event(),
        arrival.contentHash(),
        arrival.withdrawn(),
        policy,
        null,
        null);
  }

  public Arrival.Outcome enter(Arrival arrival) {
    return enter(List.of(arrival)).get(0);
  }

  List<Arrival.Outcome> enter(List<Arrival> all) {
    return enter(all, (arrival, event) -> null);
  }

  List<Arrival.Outcome> enter(List<Arrival> all, Arrivals.Reading reading) {
    return arrivals.enter(all, reading);
  }

  public void moveTo(String state) {
    jdbc.sql("update posting set state = :state").param("state", state).update();
  }

  public String value(String sql) {
    return jdbc.sql(sql).query((row, number) -> row.getString(1)).single();
  }

  public DataSource dataSource() {
    return pool;
  }

  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  @Override
  public void close() {
    pool.close();
  }
}
