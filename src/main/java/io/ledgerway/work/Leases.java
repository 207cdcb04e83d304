package io.ledgerway.work;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.instance.DatabaseClock;
import io.ledgerway.instance.EngineInstance;
import io.ledgerway.instance.OwnConnection;
import io.ledgerway.sql.SqlFile;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What this engine works on, and nobody else. A lease ends with {@link #end} or {@link #fail}; one
 * that nobody keeps with {@link #keep} ends after {@code ledgerway.instance.validity}. Thread-safe.
 */
@Component
public class Leases implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final String TAKE = SqlFile.read("work/take");
  private static final String RENEW = SqlFile.read("work/renew");
  private static final String END = SqlFile.read("work/end");
  private static final String FAIL = SqlFile.read("work/fail");
  private static final String STILL_HELD = SqlFile.read("work/still-held");
  private static final String LEAVE = SqlFile.read("work/leave");

  private final Map<String, Lease> held = new ConcurrentHashMap<>();
  private final JdbcClient jdbc;
  private final OwnConnection own;
  private final TransactionTemplate transaction;
  private final EngineInstance instance;
  private final DatabaseClock clock;
  private final String validity;

  Leases(
      JdbcClient jdbc,
      OwnConnection own,
      PlatformTransactionManager transactions,
      EngineInstance instance,
      DatabaseClock clock,
      @Value("${ledgerway.instance.validity:15s}") Duration validity) {
    this.jdbc = jdbc;
    this.own = own;
    this.transaction = new TransactionTemplate(transactions);
    this.instance = instance;
    this.clock = clock;
    this.validity = validity.toMillis() + " milliseconds";
  }

  /**
   * Takes that piece of work; empty while somebody holds it, or while it rests after a failure, and
   * while this machine's clock is off or this engine is about to end.
   */
  public Optional<Lease> take(String kind, String key) {
    if (clock.isOff() || instance.isLeaving()) {
      return Optional.empty();
    }
    Lease lease = new Lease(kind, key, UuidCreator.getTimeOrderedEpoch());
    // Another thread of this engine has it: that needs no question to the database.
    if (held.putIfAbsent(name(lease), lease) != null) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      taken =
          jdbc.sql(TAKE)
              .param("kind", kind)
              .param("key", key)
              .param("token", lease.token())
              .param("owner", instance.id())
              .param("validity", validity)
              .query(UUID.class)
              .optional()
              .isPresent();
      return taken ? Optional.of(lease) : Optional.empty();
    } finally {
      if (!taken) {
        held.remove(name(lease), lease);
      }
    }
  }

  /** The work is done, or there was none. */
  public void end(Lease lease) {
    held.remove(name(lease), lease);
    jdbc.sql(END).param("token", lease.token()).update();
  }

  /** The work did not go through; it rests for a while, longer each time. */
  public void fail(Lease lease, String problem) {
    held.remove(name(lease), lease);
    jdbc.sql(FAIL)
        .param("token", lease.token())
        .param("problem", problem.length() < 1000 ? problem : problem.substring(0, 1000))
        .query(Integer.class)
        .optional()
        .ifPresent(
            failures ->
                LOG.warn(
                    "event=work_failed kind={} key={} failures={} problem={}",
                    lease.kind(),
                    lease.key(),
                    failures,
                    problem));
  }

  /**
   * Writes in a transaction that whoever takes the work over waits for.
   *
   * @throws LeaseLost when somebody has taken it over already; nothing is written then
   */
  public void whileHeld(Lease lease, Runnable write) {
    transaction.executeWithoutResult(
        status -> {
          assertHeld(lease);
          write.run();
        });
  }

  /**
   * Within a transaction: until its end nobody else holds the work.
   *
   * @throws LeaseLost when somebody has taken it over
   */
  public void assertHeld(Lease lease) {
    if (jdbc.sql(STILL_HELD)
        .param("token", lease.token())
        .query(Boolean.class)
        .optional()
        .isEmpty()) {
      held.remove(name(lease), lease);
      throw new LeaseLost(lease);
    }
  }

  /** Puts off the end of all that is held here; for the heartbeat. */
  void keep() {
    Map<UUID, Lease> ours = new ConcurrentHashMap<>();
    held.values().forEach(lease -> ours.put(lease.token(), lease));
    if (ours.isEmpty()) {
      return;
    }
    own.jdbc()
        .sql(RENEW)
        .param("validity", validity)
        .param("tokens", ours.keySet().toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  @Override
  public void destroy() {
    jdbc.sql(LEAVE).param("owner", instance.id()).update();
  }

  private static String name(Lease lease) {
    return lease.kind() + "/" + lease.key();
  }
}
