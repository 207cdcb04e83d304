package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.idempotency.IdempotencyKeys;
import io.ledgerway.sandbox.limit.RateLimits;
import io.ledgerway.sandbox.oauth.Sessions;
import io.ledgerway.sandbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Puts everything back to the start state. */
@Component
class StartOver {

  private final Organisations organisations;
  private final Sessions sessions;
  private final IdempotencyKeys keys;
  private final RateLimits limits;
  private final Faults faults;
  private final CallLog calls;
  private final Webhooks webhooks;
  private final SandboxClock clock;

  StartOver(
      Organisations organisations,
      Sessions sessions,
      IdempotencyKeys keys,
      RateLimits limits,
      Faults faults,
      CallLog calls,
      Webhooks webhooks,
      SandboxClock clock) {
    this.organisations = organisations;
    this.sessions = sessions;
    this.keys = keys;
    this.limits = limits;
    this.faults = faults;
    this.calls = calls;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  void run() {
    clock.reset();
    organisations.reset();
    sessions.reset();
    keys.reset();
    limits.reset();
    faults.reset();
    calls.reset();
    webhooks.reset();
  }
}
