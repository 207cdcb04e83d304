package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.SandboxClock;
import java.time.Duration;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of everything here. */
@RestController
@RequestMapping("/sandbox/clock")
class ClockController {

  /**
   * @param advance an ISO duration such as {@code PT7M}
   * @param reset back to the machine's time
   */
  record Shift(Duration advance, boolean reset) {}

  private final SandboxClock clock;

  ClockController(SandboxClock clock) {
    this.clock = clock;
  }

  @GetMapping
  Map<String, Object> get() {
    return Map.of("now", clock.instant().toString(), "ahead", clock.ahead().toString());
  }

  @PostMapping
  Map<String, Object> move(@RequestBody Shift shift) {
    if (shift.reset()) {
      clock.reset();
    }
    if (shift.advance() != null) {
      clock.advance(shift.advance());
    }
    return get();
  }
}
