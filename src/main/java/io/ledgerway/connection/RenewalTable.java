package io.ledgerway.connection;

import io.ledgerway.sql.SqlFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code xero_renewal}: refreshes whose answer is not stored yet. Thread-safe. */
@Repository
class RenewalTable {

  private static final String BEGIN = SqlFile.read("connection/begin-renewal");
  private static final String END = SqlFile.read("connection/end-renewal");
  private static final String DUE = SqlFile.read("connection/due-renewals");

  /** Long enough for whoever waits for the answer just now. */
  private static final Duration LOST = Duration.ofMinutes(1);

  private static final Duration QUIET = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate apart;

  RenewalTable(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Known from now on, whatever becomes of the transaction that renews. */
  void begin(UUID tokenSet) {
    apart.executeWithoutResult(
        status ->
            jdbc.sql(BEGIN)
                .param("tokenSet", tokenSet)
                .param("now", utc(clock.instant()))
                .update());
  }

  /** Together with the transaction that stores what the renewal gave. */
  void end(UUID tokenSet) {
    jdbc.sql(END).param("tokenSet", tokenSet).update();
  }

  List<UUID> due() {
    Instant now = clock.instant();
    return jdbc.sql(DUE)
        .param("lostBefore", utc(now.minus(LOST)))
        .param("quietBefore", utc(now.minus(QUIET)))
        .param("now", utc(now))
        .query(UUID.class)
        .list();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
