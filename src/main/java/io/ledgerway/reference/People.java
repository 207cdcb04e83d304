package io.ledgerway.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.sql.SqlFile;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The platform's users, each matched by e-mail to a contact of Xero's: when the user comes or
 * changes, and again whenever contacts were imported. Each change is written to {@code
 * reference_change}. Thread-safe.
 */
@Component
public class People {

  private static final String MATCH = SqlFile.read("reference/match-users");
  private static final String FIND = SqlFile.read("reference/user");
  private static final String REMOVE = SqlFile.read("reference/remove-user");
  private static final String ELSEWHERE = SqlFile.read("reference/people-elsewhere");
  private static final String STORE = SqlFile.read("reference/store-records");

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  People(NamedParameterJdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Takes in what the platform says of some users.
   *
   * @param users each id once
   * @return how many differ from what was known
   * @throws UnknownCompany when no such company is set up
   */
  public int put(String company, List<User> users) {
    MapSqlParameterSource row = row(company, "PLATFORM").addValue("users", text(users));
    Integer changed =
        transaction.execute(
            status -> {
              requireKnown(row);
              jdbc.update(SqlFile.read("reference/lock-company"), row);
              return store(row);
            });
    return changed == null ? 0 : changed;
  }

  /**
   * A user as the platform told of them.
   *
   * @throws UnknownCompany when no such company is set up
   */
  public Optional<User> find(String company, String id) {
    MapSqlParameterSource row = new MapSqlParameterSource("company", company).addValue("id", id);
    requireKnown(row);
    return jdbc
        .query(
            FIND,
            row,
            (found, number) ->
                new User(
                    id,
                    found.getString("email"),
                    found.getBoolean("active"),
                    found.getString("first_name"),
                    found.getString("last_name")))
        .stream()
        .findFirst();
  }

  /**
   * Forgets a user, which the platform is told of.
   *
   * @return whether there was one
   * @throws UnknownCompany when no such company is set up
   */
  public boolean remove(String company, String id) {
    MapSqlParameterSource row = row(company, "PLATFORM").addValue("id", id);
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              requireKnown(row);
              jdbc.update(SqlFile.read("reference/lock-company"), row);
              return jdbc.update(REMOVE, row) > 0;
            }));
  }

  private void requireKnown(MapSqlParameterSource row) {
    if (jdbc.queryForList(SqlFile.read("reference/current-version"), row, Long.class).isEmpty()) {
      throw new UnknownCompany((String) row.getValue("company"));
    }
  }

  /** Matches all users again, in the transaction that changed the contacts. */
  int matchAgain(String company) {
    return store(row(company, "IMPORT").addValue("users", null));
  }

  /**
   * Takes over the users that stand in the books of another organisation, in the transaction that
   * leaves it.
   *
   * @param formerTenant empty when the company never was connected before
   */
  void bringAlong(String company, String formerTenant) {
    MapSqlParameterSource row = row(company, "SETTING").addValue("tenant", formerTenant);
    row.addValue("users", jdbc.queryForObject(ELSEWHERE, row, String.class));
    store(row);
  }

  private int store(MapSqlParameterSource row) {
    row.addValue("records", jdbc.queryForObject(MATCH, row, String.class));
    return jdbc.update(STORE, row);
  }

  private MapSqlParameterSource row(String company, String cause) {
    return new MapSqlParameterSource("company", company)
        .addValue("cause", cause)
        .addValue("askedBy", AskedBy.now(), Types.VARCHAR)
        // No pages are kept of users: they do not come from Xero.
        .addValue("resource", "Users")
        .addValue("kinds", new String[] {"user"})
        .addValue("complete", false)
        .addValue("at", Timestamp.from(clock.instant()));
  }

  private String text(List<User> users) {
    try {
      return json.writeValueAsString(users);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
