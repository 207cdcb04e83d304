package io.ledgerway.polling;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.sql.Moments;
import io.ledgerway.sql.SqlFile;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the requests of one credential within a source's limits, over all companies and instances.
 * The windows slide, by the database's clock. Thread-safe.
 */
@Component
class RequestPermits {

  private static final String LOCK = SqlFile.read("polling/lock-credential");
  private static final String FREE_FROM = SqlFile.read("polling/free-from");
  private static final String BEGIN = SqlFile.read("polling/begin-request");
  private static final String END = SqlFile.read("polling/end-request");
  private static final String PAUSE = SqlFile.read("polling/pause");
  // The source's clock may run a little faster than ours.
  private static final int MARGIN_SECONDS = 1;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RequestPermits(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param permit null when there is none now
   * @param freeFrom when there may be one; null with a permit
   */
  record Taken(UUID permit, Instant freeFrom) {}

  Taken take(String credential, List<RequestLimit> limits) {
    return transaction.execute(
        status -> {
          Locked locked = lock(credential);
          Instant free = locked.pausedUntil();
          for (RequestLimit limit : limits) {
            free = later(free, freeFrom(credential, limit));
          }
          if (free != null && free.isAfter(locked.now())) {
            return new Taken(null, free);
          }
          UUID permit = UuidCreator.getTimeOrderedEpoch();
          jdbc.sql(BEGIN).param("credential", credential).param("id", permit).update();
          return new Taken(permit, null);
        });
  }

  /** The request was answered, or was given up. */
  void end(UUID permit) {
    jdbc.sql(END).param("id", permit).update();
  }

  /** The source says that it is too much, whatever we have counted. */
  void pause(String credential, int seconds) {
    jdbc.sql(PAUSE).param("credential", credential).param("after", seconds).update();
  }

  private record Locked(Instant pausedUntil, Instant now) {}

  private Locked lock(String credential) {
    return jdbc.sql(LOCK)
        .param("credential", credential)
        .query((row, number) -> new Locked(Moments.of(row, "paused_until"), Moments.of(row, "now")))
        .single();
  }

  private Instant freeFrom(String credential, RequestLimit limit) {
    return jdbc.sql(FREE_FROM)
        .param("credential", credential)
        .param("most", limit.most(), Types.INTEGER)
        .param("seconds", limit.seconds() + MARGIN_SECONDS, Types.INTEGER)
        .query((row, number) -> new Moment(Moments.of(row, "free_from")))
        .optional()
        .map(Moment::at)
        .orElse(null);
  }

  private record Moment(Instant at) {}

  private static Instant later(Instant one, Instant other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }
}
