package io.ledgerway.instance;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerway.sql.SqlFile;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This engine process. As long as it beats, what it holds in the database (permits, batches) is its
 * own; when {@code alive_until} has passed, others take that over.
 *
 * <p>It beats before any bean that asks for it is made, and withdraws on an orderly shutdown.
 * {@link #beat()} must be called more often than {@code ledgerway.instance.validity} (default 15
 * s): a third of it is right. {@code alive_until} is in the database's time. Thread-safe.
 */
@Component
public class EngineInstance implements InitializingBean, DisposableBean {

  private static final String BEAT = SqlFile.read("instance/beat");
  private static final String WITHDRAW = SqlFile.read("instance/withdraw");
  private static final String FORGET_DEAD = SqlFile.read("instance/forget-dead");

  private final UUID id = UuidCreator.getTimeOrderedEpoch();
  private final JdbcClient jdbc;
  private final Duration validity;
  private volatile long aliveUntil;
  private volatile boolean leaving;
  private boolean withdrawn;

  EngineInstance(
      OwnConnection connection, @Value("${ledgerway.instance.validity:15s}") Duration validity) {
    this.jdbc = connection.jdbc();
    this.validity = validity;
  }

  /** Unique to this run of the process. */
  public UUID id() {
    return id;
  }

  /** Says that this process is alive for another {@code ledgerway.instance.validity}. */
  public synchronized void beat() {
    if (withdrawn) {
      return;
    }
    // Reckoned from before the question: never longer than others believe it.
    long until = System.nanoTime() + validity.toNanos();
    jdbc.sql(BEAT)
        .param("id", id)
        .param("validity", validity.toMillis() + " milliseconds")
        .update();
    aliveUntil = until;
  }

  /**
   * Whether others still hold this process for alive. One that was stopped and wakes learns here,
   * before any beat, that what it had in hand may be another's by now.
   */
  public boolean isAlive() {
    return System.nanoTime() < aliveUntil;
  }

  /** Whether this process is to end: it takes up nothing any more, and ends what it has in hand. */
  public boolean isLeaving() {
    return leaving;
  }

  @EventListener(ContextClosedEvent.class)
  void leave() {
    leaving = true;
  }

  @Override
  public void afterPropertiesSet() {
    beat();
    jdbc.sql(FORGET_DEAD).update();
  }

  @Override
  public synchronized void destroy() {
    withdrawn = true;
    aliveUntil = System.nanoTime();
    jdbc.sql(WITHDRAW).param("id", id).update();
  }
}
