package io.ledgerway.xero;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An engine that is to end waits for Xero's answers only so long. What is cut off then is
 * uncertain, and another engine settles it.
 */
@Component
class LeaveInTime {

  private static final Logger LOG = LoggerFactory.getLogger(LeaveInTime.class);

  private final HttpWire wire;
  private final Duration patience;

  LeaveInTime(HttpWire wire, @Value("${ledgerway.instance.leave-after}") Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  @EventListener(ContextClosedEvent.class)
  void leave() {
    LOG.info("event=leaving calls_have={}", patience);
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(wire::cut);
  }
}
