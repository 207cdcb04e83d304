package io.ledgerway.connection;

import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of {@code xero_connection}. Thread-safe. */
@Repository
class ConnectionTable {

  private static final String FIND = SqlFile.read("connection/find");
  private static final String ALL = SqlFile.read("connection/all");
  private static final String HOLDER = SqlFile.read("connection/holder");
  private static final String CONNECT = SqlFile.read("connection/connect");
  private static final String NOT_CONNECTED = SqlFile.read("connection/not-connected");
  private static final String DISABLE = SqlFile.read("connection/disable");
  private static final String DAY_LIMIT = SqlFile.read("connection/set-day-limit");
  private static final String REACTIVATE = SqlFile.read("connection/reactivate");
  private static final String EXPIRE_COMPANY = SqlFile.read("connection/expire-company");
  private static final String EXPIRE_TOKEN_SET = SqlFile.read("connection/expire-token-set");

  private final JdbcClient jdbc;
  private final Clock clock;

  ConnectionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Optional<Connection> find(String company) {
    return jdbc.sql(FIND).param("company", company).query(ConnectionTable::row).optional();
  }

  List<Connection> all() {
    return jdbc.sql(ALL).query(ConnectionTable::row).list();
  }

  /** The other company that is connected to this tenant. */
  Optional<String> holder(String tenant, String company) {
    return jdbc.sql(HOLDER)
        .param("tenant", tenant)
        .param("company", company)
        .query(String.class)
        .optional();
  }

  void connect(String company, XeroTenant organisation, UUID tokenSet) {
    now(CONNECT)
        .param("company", company)
        .param("tenant", organisation.tenantId())
        .param("tenantName", organisation.name())
        .param("connectionId", organisation.connectionId())
        .param("tokenSet", tokenSet)
        .update();
  }

  /** Says why a company that never was connected still is not. */
  void notConnected(String company, String reason) {
    now(NOT_CONNECTED).param("company", company).param("reason", reason).update();
  }

  boolean disable(String company, String reason) {
    return now(DISABLE).param("company", company).param("reason", reason).update() > 0;
  }

  boolean dayLimit(String company, int dayLimit) {
    return now(DAY_LIMIT).param("company", company).param("dayLimit", dayLimit).update() > 0;
  }

  void expireCompany(String company, String reason) {
    now(EXPIRE_COMPANY).param("company", company).param("reason", reason).update();
  }

  void expireTokenSet(UUID tokenSet, String reason) {
    now(EXPIRE_TOKEN_SET).param("tokenSet", tokenSet).param("reason", reason).update();
  }

  void reactivate(String company) {
    now(REACTIVATE).param("company", company).update();
  }

  private StatementSpec now(String statement) {
    return jdbc.sql(statement).param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static Connection row(ResultSet row, int number) throws SQLException {
    Instant changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
    return new Connection(
        row.getString("company"),
        Connection.State.valueOf(row.getString("state")),
        row.getString("state_reason"),
        row.getString("tenant_id"),
        row.getString("tenant_name"),
        row.getString("connection_id"),
        row.getInt("day_limit"),
        changedAt);
  }
}
