package io.ledgerway.polling;

import io.ledgerway.problem.Told;
import io.ledgerway.source.CompanySource.Blocked;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A step that failed in the engine itself, or in a mapping: it is taken again, ever less often. */
class StepFailed implements Processor {

  private static final int MOST_ATTEMPTS = 20;
  private static final int LONGEST_WAIT = 600;

  private final Polls polls;

  StepFailed(Polls polls) {
    this.polls = polls;
  }

  @Override
  public void process(Exchange exchange) {
    Poll poll = Poll.of(exchange);
    Told told =
        Told.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class), "POLL_FAILED");
    if (poll == null || poll.isTest()) {
      return;
    }
    String note = told.code() + ": " + told.message();
    if (poll.attempt() >= MOST_ATTEMPTS) {
      polls.failed(poll, new Blocked(told.code(), told.message(), "ENGINEER", told.hint()));
    } else {
      int wait = Math.min(LONGEST_WAIT, 2 << Math.min(poll.attempt(), 10));
      polls.again(poll, wait, note);
    }
  }
}
