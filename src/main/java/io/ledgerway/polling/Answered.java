package io.ledgerway.polling;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.source.CompanySource.Blocked;
import io.ledgerway.step.StepComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Does what the answer's mapping says. The body becomes the portions of the records that came; an
 * exchange without any ends here. Thread-safe.
 */
class Answered implements Processor {

  private static final int MOST_ATTEMPTS = 100;
  private static final int MOST_RESTARTS = 5;

  private final Polls polls;
  private final RequestPermits permits;
  private final boolean records;

  private Answered(Polls polls, RequestPermits permits, boolean records) {
    this.polls = polls;
    this.permits = permits;
    this.records = records;
  }

  /** The step as a route names it; {@code records=true} where the route goes on to store some. */
  static StepComponent.Configurable by(Polls polls, RequestPermits permits) {
    return options ->
        new Answered(polls, permits, "true".equals(String.valueOf(options.remove("records"))));
  }

  @Override
  public void process(Exchange exchange) {
    Poll poll = Poll.of(exchange);
    PollVerdict verdict = verdict(exchange);
    if (poll.isTest()) {
      exchange.getMessage().setBody(tested(verdict));
      exchange.setRouteStop(true);
      return;
    }
    if (verdict.pause() != null && poll.credential() != null) {
      permits.pause(poll.credential(), verdict.pause());
    }
    if (verdict.isRecords() && !records) {
      throw mistake("the route of this step takes no records");
    }
    if (verdict.isRecords()) {
      SourceAnswer answer = exchange.getVariable(Ask.ANSWER, SourceAnswer.class);
      Iterator<List<byte[]>> portions = answer.portions();
      exchange.getMessage().setBody(portions);
      return;
    }
    exchange.setRouteStop(true);
    goOn(poll, verdict);
  }

  private void goOn(Poll poll, PollVerdict verdict) {
    if (verdict.next() != null) {
      polls.next(
          poll,
          verdict.next(),
          PollJson.write(verdict.memory() == null ? Map.of() : verdict.memory()),
          verdict.afterSeconds(),
          0,
          null);
    } else if (verdict.confirmed() != null) {
      polls.confirmed(poll, verdict.confirmed(), verdict.refused());
    } else if (verdict.again() != null && poll.attempt() < MOST_ATTEMPTS) {
      polls.again(poll, Math.max(1, verdict.again()), verdict.note());
    } else if (verdict.restart() != null && poll.restarts() < MOST_RESTARTS) {
      polls.next(
          poll, poll.kind().firstStep(), "{}", Math.max(1, verdict.restart()), 1, verdict.note());
    } else if (verdict.stop() != null) {
      polls.failed(poll, verdict.stop().blocked());
      if (verdict.stop().refusesCredential()) {
        polls.block(poll, verdict.stop().blocked());
      }
    } else if (verdict.again() != null || verdict.restart() != null) {
      polls.failed(
          poll,
          new Blocked(
              verdict.code() == null ? "SOURCE_NOT_READY" : verdict.code(),
              "The source did not get ready: " + verdict.because(),
              "NOBODY",
              "It is read again at the next time of its schedule."));
    } else {
      throw mistake("it says nothing of what to do");
    }
  }

  private static PollVerdict verdict(Exchange exchange) {
    try {
      return PollJson.read(exchange.getMessage().getBody(Map.class), PollVerdict.class);
    } catch (IllegalArgumentException e) {
      throw mistake("it is no verdict");
    }
  }

  private static List<Map<String, Object>> tested(PollVerdict verdict) {
    if (verdict.accounts() != null) {
      return verdict.accounts();
    }
    Blocked blocked =
        verdict.stop() == null
            ? new Blocked(
                "SOURCE_NOT_READY", String.valueOf(verdict.because()), "NOBODY", "Try again.")
            : verdict.stop().blocked();
    throw new LedgerwayException(blocked.code(), blocked.message(), blocked.action());
  }

  private static LedgerwayException mistake(String what) {
    return new LedgerwayException(
        "ANSWER_NOT_JUDGED",
        "The mapping of the source's answer makes a mistake: " + what + ".",
        "Mend the mapping; the source is asked again by itself.");
  }
}
