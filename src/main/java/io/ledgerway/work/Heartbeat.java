package io.ledgerway.work;

import io.ledgerway.instance.DatabaseClock;
import io.ledgerway.instance.EngineInstance;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Says every {@code ledgerway.instance.beat} milliseconds that this engine is alive and keeps what
 * it holds: on a thread and a connection of its own, so that no work and no slow answer can be in
 * its way.
 */
@Component
class Heartbeat implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread beating = new Thread(work, "heartbeat");
            beating.setDaemon(true);
            return beating;
          });
  private final DatabaseClock clock;
  private final EngineInstance instance;
  private final Leases leases;

  Heartbeat(
      DatabaseClock clock,
      EngineInstance instance,
      Leases leases,
      @Value("${ledgerway.instance.beat:5000}") long beatMillis) {
    this.clock = clock;
    this.instance = instance;
    this.leases = leases;
    thread.scheduleWithFixedDelay(this::beat, beatMillis, beatMillis, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      clock.read();
      instance.beat();
      leases.keep();
    } catch (RuntimeException e) {
      LOG.warn("event=beat_failed problem={}", Failure.words(e));
    }
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
