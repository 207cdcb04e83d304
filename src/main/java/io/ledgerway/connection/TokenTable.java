package io.ledgerway.connection;

import io.ledgerway.secret.Secrets;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code xero_token_set}, sealed on their way in and opened on their way out. A secret
 * belongs to its row, not to a company: organisations of one consent share it. Thread-safe.
 */
@Repository
class TokenTable {

  private static final String OF_COMPANY = SqlFile.read("connection/tokens-of-company");
  private static final String FIND = SqlFile.read("connection/token-set");
  private static final String SPENT = SqlFile.read("connection/access-token-spent");
  private static final String CLAIM_RENEWAL = SqlFile.read("connection/claim-renewal");
  private static final String RELEASE_RENEWAL = SqlFile.read("connection/release-renewal");
  private static final String ADD = SqlFile.read("connection/add-token-set");
  private static final String RENEW = SqlFile.read("connection/renew-token-set");
  private static final String CHOSEN = SqlFile.read("connection/chosen");
  private static final String DROP_UNUSED = SqlFile.read("connection/drop-unused-token-sets");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Secrets secrets;

  TokenTable(JdbcClient jdbc, Clock clock, Secrets secrets) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.secrets = secrets;
  }

  /**
   * @param tokens null when the company is not connected
   */
  record OfCompany(
      Connection.State state, String reason, String tenantId, int dayLimit, TokenSet tokens) {}

  Optional<OfCompany> ofCompany(String company) {
    return jdbc.sql(OF_COMPANY)
        .param("company", company)
        .query(
            (row, number) ->
                new OfCompany(
                    Connection.State.valueOf(row.getString("state")),
                    row.getString("state_reason"),
                    row.getString("tenant_id"),
                    row.getInt("day_limit"),
                    row.getString("id") == null ? null : tokens(row)))
        .optional();
  }

  Optional<TokenSet> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query((row, number) -> tokens(row)).optional();
  }

  /** Xero refused the access token: no instance shall try it again, whatever its expiry says. */
  void spent(TokenSet tokens) {
    jdbc.sql(SPENT)
        .param("id", tokens.id())
        .param("version", tokens.version())
        .param("now", utc(clock.instant()))
        .update();
  }

  /**
   * From now on this claim alone may renew these tokens, for as long as given. Known from now on is
   * also that a renewal has begun, whatever becomes of its answer.
   *
   * @return false when another has renewed them, or is about to
   */
  boolean claimRenewal(TokenSet tokens, UUID claim, Duration lease) {
    Instant now = clock.instant();
    return jdbc.sql(CLAIM_RENEWAL)
            .param("id", tokens.id())
            .param("version", tokens.version())
            .param("claim", claim)
            .param("now", utc(now))
            .param("until", utc(now.plus(lease)))
            .update()
        == 1;
  }

  /** Gives the claim back, with nothing renewed; false when it was lost to another. */
  boolean releaseRenewal(UUID id, UUID claim) {
    return jdbc.sql(RELEASE_RENEWAL).param("id", id).param("claim", claim).update() == 1;
  }

  /**
   * @param keptUntil how long it is kept without a connection that uses it; null for not at all
   */
  void add(TokenSet tokens, Instant keptUntil) {
    String owner = tokens.id().toString();
    Client client = tokens.client();
    jdbc.sql(ADD)
        .param("id", tokens.id())
        .param("grantType", tokens.grantType().name())
        .param("clientId", client == null ? null : client.id(), Types.VARCHAR)
        .param(
            "clientSecret",
            client == null ? null : secrets.seal(client.secret(), owner),
            Types.BINARY)
        .param("accessToken", secrets.seal(tokens.accessToken(), owner), Types.BINARY)
        .param("accessExpiresAt", tokens.accessExpiresAt().atOffset(ZoneOffset.UTC))
        .param("refreshToken", secrets.seal(tokens.refreshToken(), owner), Types.BINARY)
        .param("scopes", tokens.scopes(), Types.VARCHAR)
        .param("keptUntil", utc(keptUntil), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /**
   * Stores everything anew, so that within one token's life all is sealed with the first key.
   *
   * @return false when the claim was lost to another, whose tokens are newer than these
   */
  boolean renew(TokenSet tokens, UUID claim) {
    String owner = tokens.id().toString();
    Client client = tokens.client();
    return jdbc.sql(RENEW)
            .param("id", tokens.id())
            .param("claim", claim)
            .param(
                "clientSecret",
                client == null ? null : secrets.seal(client.secret(), owner),
                Types.BINARY)
            .param("accessToken", secrets.seal(tokens.accessToken(), owner), Types.BINARY)
            .param("accessExpiresAt", tokens.accessExpiresAt().atOffset(ZoneOffset.UTC))
            .param("refreshToken", secrets.seal(tokens.refreshToken(), owner), Types.BINARY)
            .param(
                "previousRefreshToken",
                secrets.seal(tokens.previousRefreshToken(), owner),
                Types.BINARY)
            .param("previousUntil", utc(tokens.previousUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("scopes", tokens.scopes(), Types.VARCHAR)
            .update()
        == 1;
  }

  /** From now on it is kept only as long as a connection uses it. */
  void chosen(UUID id) {
    jdbc.sql(CHOSEN).param("tokenSet", id).update();
  }

  void dropUnused() {
    jdbc.sql(DROP_UNUSED).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
  }

  private TokenSet tokens(ResultSet row) throws SQLException {
    String owner = row.getString("id");
    String clientId = row.getString("client_id");
    Instant expires = Moments.of(row, "access_expires_at");
    return new TokenSet(
        UUID.fromString(owner),
        TokenSet.GrantType.valueOf(row.getString("grant_type")),
        clientId == null
            ? null
            : new Client(clientId, secrets.open(row.getBytes("client_secret"), owner)),
        secrets.open(row.getBytes("access_token"), owner),
        expires == null ? Instant.EPOCH : expires,
        secrets.open(row.getBytes("refresh_token"), owner),
        secrets.open(row.getBytes("previous_refresh_token"), owner),
        Moments.of(row, "previous_until"),
        row.getString("scopes"),
        row.getLong("version"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
