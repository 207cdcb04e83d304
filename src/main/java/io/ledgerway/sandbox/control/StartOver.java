package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.idempotency.IdempotencyKeys;
import io.ledgerway.sandbox.limit.RateLimits;
import io.ledgerway.sandbox.oauth.Apps;
import io.ledgerway.sandbox.oauth.Connections;
import io.ledgerway.sandbox.oauth.Tokens;
import io.ledgerway.sandbox.webhook.Webhooks;
import org.springframework.stereotype.Component;

/** Puts everything back to the start state. */
@Component
class StartOver {

  private final Organisations organisations;
  private final Apps apps;
  private final Connections connections;
  private final Tokens tokens;
  private final IdempotencyKeys keys;
  private final RateLimits limits;
  private final Faults faults;
  private final CallLog calls;
  private final Webhooks webhooks;
  private final SandboxClock clock;

  StartOver(
      Organisations organisations,
      Apps apps,
      Connections connections,
      Tokens tokens,
      IdempotencyKeys keys,
      RateLimits limits,
      Faults faults,
      CallLog calls,
      Webhooks webhooks,
      SandboxClock clock) {
    this.organisations = organisations;
    this.apps = apps;
    this.connections = connections;
    this.tokens = tokens;
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
    apps.reset();
    connections.reset(apps);
    tokens.reset();
    keys.reset();
    limits.reset();
    faults.disarm();
    calls.reset();
    webhooks.reset();
  }
}
