package io.ledgerway.sandbox.expensify.control;

import io.ledgerway.sandbox.SandboxClock;
import io.ledgerway.sandbox.expensify.behaviour.Behaviours;
import io.ledgerway.sandbox.expensify.behaviour.Faults;
import io.ledgerway.sandbox.expensify.calls.Limits;
import io.ledgerway.sandbox.expensify.calls.RequestLog;
import io.ledgerway.sandbox.expensify.company.Company;
import io.ledgerway.sandbox.expensify.job.Files;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Puts everything back to the start state. */
@RestController
class StartOver {

  private final Company company;
  private final Files files;
  private final Behaviours behaviours;
  private final Faults faults;
  private final Limits limits;
  private final RequestLog log;
  private final SandboxClock clock;

  StartOver(
      Company company,
      Files files,
      Behaviours behaviours,
      Faults faults,
      Limits limits,
      RequestLog log,
      SandboxClock clock) {
    this.company = company;
    this.files = files;
    this.behaviours = behaviours;
    this.faults = faults;
    this.limits = limits;
    this.log = log;
    this.clock = clock;
  }

  @DeleteMapping("/sandbox")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void startOver() {
    clock.reset();
    company.alone(
        () -> {
          company.reset();
          files.reset();
          return null;
        });
    behaviours.reset();
    faults.reset();
    limits.reset();
    log.reset();
  }
}
