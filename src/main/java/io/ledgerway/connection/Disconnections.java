package io.ledgerway.connection;

import io.ledgerway.sql.SqlFile;
import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends connections at Xero that nobody here uses any more, each alone: revoking the token would end
 * every connection of the person who gave it (xero-api.md 1.4). Thread-safe.
 */
@Component
class Disconnections {

  private static final Logger LOG = LoggerFactory.getLogger(Disconnections.class);
  private static final String OPEN = SqlFile.read("connection/disconnections");
  private static final String FORMER = SqlFile.read("connection/end-former");
  private static final String END = SqlFile.read("connection/end-disconnection");

  private final JdbcClient jdbc;
  private final TokenTable tokenTable;
  private final TokenRenewal renewal;
  private final XeroTenants tenants;
  private final Clock clock;

  Disconnections(
      JdbcClient jdbc,
      TokenTable tokenTable,
      TokenRenewal renewal,
      XeroTenants tenants,
      Clock clock) {
    this.jdbc = jdbc;
    this.tokenTable = tokenTable;
    this.renewal = renewal;
    this.tenants = tenants;
    this.clock = clock;
  }

  private record Open(String connectionId, UUID tokenSet, String company) {}

  /**
   * Ends what is still to be ended; what Xero does not confirm stays to be tried again.
   *
   * @param company null for all
   */
  void carryOut(String company) {
    List<Open> open =
        jdbc.sql(OPEN)
            .param("company", company)
            .query(
                (row, number) ->
                    new Open(
                        row.getString("connection_id"),
                        row.getObject("token_set", UUID.class),
                        row.getString("company")))
            .list();
    open.forEach(this::end);
    if (!open.isEmpty()) {
      tokenTable.dropUnused();
    }
  }

  /** The company goes to another organisation: its present connection is to be ended. */
  void noteFormer(String company, String newTenantId) {
    jdbc.sql(FORMER)
        .param("company", company)
        .param("tenant", newTenantId)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** It is in use again: it must not be ended any more. */
  void forget(String connectionId) {
    jdbc.sql(END).param("connectionId", connectionId).update();
  }

  private void end(Open open) {
    try {
      Optional<TokenSet> tokens =
          renewal.renew(open.tokenSet(), null, clock.instant().plus(Duration.ofMinutes(1)));
      tokens.ifPresent(set -> tenants.disconnect(open.connectionId(), set.accessToken()));
      LOG.info("event=disconnected_at_xero company={}", open.company());
      forget(open.connectionId());
    } catch (TokenRefused e) {
      // Without a token nothing can be ended, and nobody gets in by this connection any more.
      LOG.info("event=disconnected_by_xero company={} reason={}", open.company(), e.code());
      forget(open.connectionId());
    } catch (XeroUncertain e) {
      LOG.warn(
          "event=not_yet_disconnected company={} problem={}", open.company(), e.plainMessage());
    }
  }
}
