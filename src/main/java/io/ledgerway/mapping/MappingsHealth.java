package io.ledgerway.mapping;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Not ready while a mapping file has no version that can be used. A broken edit of one that was
 * good is told beside it, and takes nothing down: its last good version works on. Nobody signs in
 * to ask: it names the mappings, and the log says what is wrong with them.
 */
@Component("mappingFiles")
class MappingsHealth implements HealthIndicator {

  private final Mappings mappings;

  MappingsHealth(Mappings mappings) {
    this.mappings = mappings;
  }

  @Override
  public Health health() {
    List<String> unusable = mappings.unusable();
    List<String> outdated = mappings.outdated();
    Health.Builder health = unusable.isEmpty() ? Health.up() : Health.down();
    if (!unusable.isEmpty()) {
      health.withDetail("unusable", unusable);
    }
    if (!outdated.isEmpty()) {
      health.withDetail("lastGoodVersionInUse", outdated);
    }
    return health.build();
  }
}
