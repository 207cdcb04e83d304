package io.ledgerway.polling;

import io.ledgerway.polling.Polls.Portion;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that came is stored or put aside: only now the cursor moves on. */
class RecordsStored implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(RecordsStored.class);
  private final Polls polls;
  private final BeginPolls begin;

  RecordsStored(Polls polls, BeginPolls begin) {
    this.polls = polls;
    this.begin = begin;
  }

  @Override
  public void process(Exchange exchange) {
    Poll poll = Poll.of(exchange);
    SourceAnswer answer = exchange.getVariable(Ask.ANSWER, SourceAnswer.class);
    // What is read for another reason may be newer than what the routine has seen; nothing before
    // it was looked for.
    polls.read(poll, answer.count(), poll.kind() == Poll.Kind.ROUTINE ? answer.until() : null);
    Portion next = begin.after(poll);
    if (next == null) {
      polls.done(poll);
    } else {
      polls.next(poll, next);
    }
    LOG.info(
        "event=source_read company={} source={} kind={} records={} more={}",
        poll.company(),
        poll.source(),
        poll.kind(),
        answer.count(),
        next != null);
  }
}
