package io.ledgerway.reference;

import io.ledgerway.source.ChoicesOver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The reference package over a real, empty database, with a clock that moves when told to. */
final class ReferenceStore extends Clock implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  final DataSource source;
  final NamedParameterJdbcTemplate jdbc;
  final Companies companies;
  private final ChoicesOver choices;
  final People people;
  final ReferenceImport imports;
  final SameOrganisation organisation;
  final ImportSchedule schedule;
  final BooksOf books;

  ReferenceStore() {
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    source = postgres.getPostgresDatabase();
    Flyway.configure().dataSource(source).load().migrate();
    jdbc = new NamedParameterJdbcTemplate(source);
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    SettingChanges changes = new SettingChanges(JdbcClient.create(source), this);
    companies = new Companies(jdbc);
    choices = new ChoicesOver(source, transactions, changes, this);
    people = new People(jdbc, transactions, this);
    imports = new ReferenceImport(jdbc, transactions, people, this);
    organisation = new SameOrganisation(jdbc, transactions);
    schedule = new ImportSchedule(JdbcClient.create(source), event -> {}, this);
    books = new CachedBooks(new BooksLoader(jdbc, transactions), this);
  }

  void choose(String company, String setting, String value) {
    choices.choose(company, setting, value);
  }

  void card(String company, String card, String account) {
    choices.card(company, card, account);
  }

  void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
