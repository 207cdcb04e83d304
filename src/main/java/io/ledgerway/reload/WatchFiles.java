package io.ledgerway.reload;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the files each second, from the time that the engine stands until it is to end. Not a
 * route: the one that replaces routes cannot be one of them.
 */
@Component
class WatchFiles implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WatchFiles.class);

  private final Reload reload;
  private volatile ScheduledExecutorService thread;

  WatchFiles(Reload reload) {
    this.reload = reload;
  }

  @Override
  public void start() {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "files");
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      reload.look();
    } catch (RuntimeException e) {
      // A schedule ends with the first failure.
      LOG.error("event=files_not_looked_at", e);
    }
  }

  @Override
  public void stop() {
    thread.shutdownNow();
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
