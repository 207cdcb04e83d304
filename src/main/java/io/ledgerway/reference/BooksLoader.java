package io.ledgerway.reference;

import io.ledgerway.reference.Settings.Access;
import io.ledgerway.sql.SqlFile;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a company's books from the store, all of one moment. Thread-safe. */
@Component
class BooksLoader {

  private static final String VERSION = SqlFile.read("reference/current-version");
  private static final String ORGANISATION = SqlFile.read("reference/books-organisation");
  private static final String ACCOUNTS = SqlFile.read("reference/books-accounts");
  private static final String TAX_RATES = SqlFile.read("reference/books-tax-rates");
  private static final String TRACKING_OPTIONS = SqlFile.read("reference/books-tracking-options");
  private static final String CONTACTS = SqlFile.read("reference/books-contacts");
  private static final String CURRENCIES = SqlFile.read("reference/books-currencies");
  private static final String CHOICES = SqlFile.read("reference/books-choices");
  private static final String SETTINGS = SqlFile.read("reference/books-settings");

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate oneMoment;

  BooksLoader(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setReadOnly(true);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    // A caller's own transaction may have begun before the change that it wants to see.
    oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * @throws UnknownCompany when no such company is set up
   */
  long version(String company) {
    return jdbc.queryForList(VERSION, Map.of("company", company), Long.class).stream()
        .findFirst()
        .orElseThrow(() -> new UnknownCompany(company));
  }

  Books load(String company) {
    return oneMoment.execute(status -> read(company));
  }

  private Books read(String company) {
    Books.Builder books = Books.of(company).version(version(company));
    each(SETTINGS, company, row -> books.settings(settings(row)));
    each(ORGANISATION, company, row -> books.organisation(organisation(row)));
    each(ACCOUNTS, company, row -> books.account(account(row)));
    each(TAX_RATES, company, row -> books.taxRate(taxRate(row)));
    each(TRACKING_OPTIONS, company, row -> books.trackingOption(trackingOption(row)));
    each(CONTACTS, company, row -> books.contact(contact(row)));
    each(CURRENCIES, company, row -> books.currency(row.getString("id")));
    each(
        CHOICES,
        company,
        row ->
            books.choice(
                row.getString("source"),
                row.getString("name"),
                row.getString("value"),
                row.getString("choice")));
    return books.build();
  }

  private void each(String statement, String company, RowCallbackHandler row) {
    jdbc.query(statement, Map.of("company", company), row);
  }

  private static Settings settings(ResultSet row) throws SQLException {
    return new Settings(
        row.getBoolean("is_set_up"),
        Access.valueOf(row.getString("access")),
        Set.of((String[]) row.getArray("sources_off").getArray()));
  }

  private static Organisation organisation(ResultSet row) throws SQLException {
    return new Organisation(
        row.getString("id"),
        row.getString("name"),
        row.getString("base_currency"),
        row.getString("country_code"),
        row.getString("short_code"),
        row.getObject("lock_date", LocalDate.class));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("code"),
        row.getString("name"),
        row.getString("type"),
        row.getString("class"),
        row.getString("tax_type"),
        row.getString("currency"),
        row.getString("system_account"),
        row.getBoolean("active"),
        row.getBoolean("imported"));
  }

  private static TaxRate taxRate(ResultSet row) throws SQLException {
    Array classes = row.getArray("classes");
    return new TaxRate(
        row.getString("id"),
        row.getString("name"),
        row.getBigDecimal("effective_rate"),
        Set.of((String[]) classes.getArray()),
        row.getBoolean("active"),
        row.getBoolean("imported"));
  }

  private static TrackingOption trackingOption(ResultSet row) throws SQLException {
    return new TrackingOption(
        row.getString("id"),
        row.getString("name"),
        row.getString("category_id"),
        row.getString("category_name"),
        row.getBoolean("active"),
        row.getBoolean("imported"));
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getString("id"),
        row.getString("name"),
        row.getString("email"),
        row.getBoolean("active"));
  }
}
