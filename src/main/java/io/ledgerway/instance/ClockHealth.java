package io.ledgerway.instance;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** An engine whose clock is off takes up no work, and says so. */
@Component("clockHealthIndicator")
class ClockHealth implements HealthIndicator {

  private final DatabaseClock clock;

  ClockHealth(DatabaseClock clock) {
    this.clock = clock;
  }

  @Override
  public Health health() {
    if (!clock.isOff()) {
      return Health.up().build();
    }
    return Health.down()
        .withDetail(
            "error",
            "This machine's clock is "
                + clock.wallClockAhead().abs().toSeconds()
                + " s "
                + (clock.wallClockAhead().isNegative() ? "behind" : "ahead of")
                + " the database's. This engine takes up no work until one of them is set right.")
        .build();
  }
}
