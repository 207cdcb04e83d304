package io.ledgerway.telling;

import io.ledgerway.problem.Told;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one thing out of its walk, with the reason why it cannot be told. */
class PutAside implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(PutAside.class);
  private static final int MAX_MESSAGE = 2000;

  @Override
  public void process(Exchange exchange) {
    Walk walk = Walk.of(exchange);
    Telling one = Telling.of(exchange.getMessage());
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    Walk.Reason why = reason(failure);
    walk.putAside(one, why);
    LOG.warn(
        "event=untellable kind={} item={} company={} code={} cause={}",
        walk.kind(),
        one.item(),
        one.company(),
        why.code(),
        failure.getClass().getSimpleName());
    exchange.getMessage().setBody(null);
  }

  private static Walk.Reason reason(Exception failure) {
    Told told = Told.of(failure, "NOT_TELLABLE");
    return new Walk.Reason(told.code(), storable(told.message()));
  }

  private static String storable(String text) {
    return ShortText.of(text.replace("\u0000", ""), MAX_MESSAGE);
  }
}
