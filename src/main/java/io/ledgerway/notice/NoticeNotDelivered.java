package io.ledgerway.notice;

import io.ledgerway.notice.NotDelivered.Then;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Told;
import io.ledgerway.work.Lease;
import io.ledgerway.work.LeaseLost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down why a notice was not delivered, and when it is tried again, if it is. */
class NoticeNotDelivered implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeNotDelivered.class);

  private final DeliveryTable table;
  private final Retries retries;
  private final Clock clock;

  NoticeNotDelivered(DeliveryTable table, Retries retries, Clock clock) {
    this.table = table;
    this.retries = retries;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    Delivery notice = Delivery.of(exchange);
    if (failure instanceof LeaseLost) {
      LOG.info("event=notice_overtaken notice={}", exchange.getVariable("delivery"));
      return;
    }
    if (notice == null) {
      // Its lease ends with this exchange; the next tick takes it up again.
      String code = Told.of(failure, "NOTICE_NOT_OPENED").code();
      LOG.warn("event=notice_not_opened notice={} code={}", exchange.getVariable("delivery"), code);
      return;
    }
    Lease lease = exchange.getVariable(Lease.VARIABLE, Lease.class);
    Then then = failure instanceof NotDelivered known ? known.then() : Then.LATER;
    Duration wait = failure instanceof NotDelivered known ? known.pause() : null;
    Instant now = clock.instant();
    Instant next =
        notice.isTest()
            ? null
            : retries.next(then, notice.attempts() + 1, wait, notice.madeAt(), now);
    String problem = problem(failure);
    LOG.warn(
        "event=notice_not_delivered company={} destination={} notice={} attempt={} again={}"
            + " problem={}",
        notice.company(),
        notice.destination(),
        notice.id(),
        notice.attempts() + 1,
        next,
        problem);
    try {
      table.notDelivered(notice, problem, next, then == Then.GONE ? problem : null, lease);
      if (then == Then.GONE) {
        LOG.warn(
            "event=notices_switched_off company={} destination={}",
            notice.company(),
            notice.destination());
      }
    } catch (LeaseLost overtaken) {
      LOG.info("event=notice_overtaken notice={}", notice.id());
    }
  }

  private static String problem(Exception failure) {
    if (failure instanceof LedgerwayException known) {
      return known.plainMessage();
    }
    return failure instanceof KafkaException
        ? "The topic could not be written to (" + failure.getClass().getSimpleName() + ")."
        : Told.of(failure, "NOTICE_NOT_DELIVERED").message();
  }
}
