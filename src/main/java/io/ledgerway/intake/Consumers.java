package io.ledgerway.intake;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Not ready while a consumer's broker is away; names each such consumer, and not how it connects:
 * nobody signs in to ask. When one goes away, and when it is back, the log says so once; Kafka's
 * client would say it several times a second. Thread-safe.
 */
@Component("consumers")
class Consumers implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(Consumers.class);
  private static final String PREFIX = "consumer:";

  private final CamelContext camel;
  private Set<String> lastSeenAway = Set.of();
  private Set<String> knownAway = Set.of();

  Consumers(CamelContext camel) {
    this.camel = camel;
  }

  @Override
  public Health health() {
    List<String> away = away();
    return away.isEmpty() ? Health.up().build() : Health.down().withDetail("away", away).build();
  }

  synchronized void tellChanges() {
    Set<String> seen = new TreeSet<>(away());
    // A consumer that is only about to connect is away at one look and there at the next.
    Set<String> now = new TreeSet<>(seen);
    now.removeIf(consumer -> !lastSeenAway.contains(consumer) && !knownAway.contains(consumer));
    lastSeenAway = seen;
    now.stream()
        .filter(consumer -> !knownAway.contains(consumer))
        .forEach(consumer -> LOG.warn("event=consumer_away consumer={}", consumer));
    knownAway.stream()
        .filter(consumer -> !now.contains(consumer))
        .forEach(consumer -> LOG.info("event=consumer_back consumer={}", consumer));
    knownAway = now;
  }

  /** Ids of routes whose source cannot be reached. */
  private List<String> away() {
    return HealthCheckHelper.invokeReadiness(camel, "full").stream()
        .filter(result -> result.getState() != HealthCheck.State.UP)
        .map(result -> result.getCheck().getId())
        .map(id -> id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id)
        .sorted()
        .toList();
  }
}
