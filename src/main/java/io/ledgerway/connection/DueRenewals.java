package io.ledgerway.connection;

import io.ledgerway.sql.SqlFile;
import io.ledgerway.xero.XeroUncertain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Renews what no call may renew in time: a refresh whose answer was lost can be made again only for
 * half an hour, and a refresh token that nobody uses dies after 60 days. Thread-safe.
 */
@Component
class DueRenewals {

  private static final Logger LOG = LoggerFactory.getLogger(DueRenewals.class);

  private static final String DUE = SqlFile.read("connection/due-renewals");

  /** Long enough for whoever waits for the answer just now. */
  private static final Duration LOST = Duration.ofMinutes(1);

  private static final Duration QUIET = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TokenRenewal renewal;
  private final ConnectionTable connections;

  DueRenewals(JdbcClient jdbc, Clock clock, TokenRenewal renewal, ConnectionTable connections) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.renewal = renewal;
    this.connections = connections;
  }

  /** Meant for every few minutes, far more often than the half hour. */
  void renew() {
    due().forEach(this::renew);
  }

  private List<UUID> due() {
    Instant now = clock.instant();
    return jdbc.sql(DUE)
        .param("lostBefore", utc(now.minus(LOST)))
        .param("quietBefore", utc(now.minus(QUIET)))
        .param("now", utc(now))
        .query(UUID.class)
        .list();
  }

  private void renew(UUID tokenSet) {
    try {
      renewal.renewAgain(tokenSet);
    } catch (TokenRefused e) {
      connections.expireTokenSet(tokenSet, e.plainMessage());
    } catch (XeroUncertain e) {
      LOG.warn("event=token_not_renewed tokenSet={} reason={}", tokenSet, e.plainMessage());
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
