package io.ledgerway.connection;

import io.ledgerway.secret.Secrets;
import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code xero_consent}: people that are at Xero just now. Thread-safe. */
@Repository
class ConsentTable {

  private static final String ADD = SqlFile.read("connection/add-consent");
  private static final String TAKE = SqlFile.read("connection/take-consent");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Secrets secrets;

  ConsentTable(JdbcClient jdbc, Clock clock, Secrets secrets) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.secrets = secrets;
  }

  /** What was remembered when the person was sent to Xero. */
  record Asked(
      String company,
      String askedBy,
      String browserHash,
      String verifier,
      String redirectUri,
      Instant askedAt,
      Instant expiresAt) {

    /** Leaves the verifier out. */
    @Override
    public String toString() {
      return "Asked[" + company + "]";
    }
  }

  void add(String state, Asked asked) {
    String hash = Pkce.hash(state);
    jdbc.sql(ADD)
        .param("stateHash", hash)
        .param("company", asked.company())
        .param("verifier", secrets.seal(asked.verifier(), hash))
        .param("redirectUri", asked.redirectUri())
        .param("askedBy", asked.askedBy())
        .param("browserHash", asked.browserHash())
        .param("now", asked.askedAt().atOffset(ZoneOffset.UTC))
        .param("expiresAt", asked.expiresAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Once for each state; empty when it was taken already, never was, or is too old. */
  Optional<Asked> take(String state) {
    String hash = Pkce.hash(state);
    return jdbc.sql(TAKE)
        .param("stateHash", hash)
        .query(
            (row, number) ->
                new Asked(
                    row.getString("company"),
                    row.getString("asked_by"),
                    row.getString("browser_hash"),
                    secrets.open(row.getBytes("verifier"), hash),
                    row.getString("redirect_uri"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .optional()
        .filter(asked -> clock.instant().isBefore(asked.expiresAt()));
  }
}
