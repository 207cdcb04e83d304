package io.ledgerway.reload;

import io.ledgerway.mapping.Mappings;
import java.util.Set;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Not ready while a mapping has no version that can be used. An edit that is mistaken is told
 * beside it, and takes nothing down: what was in force before it works on. Nobody signs in to ask:
 * it names the mappings, and the log and {@code /api/v1/files} say what is wrong.
 */
@Component("files")
class FilesHealth implements HealthIndicator {

  private final Mappings mappings;
  private final Reload reload;

  FilesHealth(Mappings mappings, Reload reload) {
    this.mappings = mappings;
    this.reload = reload;
  }

  @Override
  public Health health() {
    Set<String> unusable = mappings.unusable().keySet();
    Health.Builder health = unusable.isEmpty() ? Health.up() : Health.down();
    if (!unusable.isEmpty()) {
      health.withDetail("unusableMappings", unusable);
    }
    reload
        .refused()
        .ifPresent(refused -> health.withDetail("mistakesOfEdit", refused.mistakes().size()));
    return health.build();
  }
}
