package io.ledgerway.work;

import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Told;
import io.ledgerway.sql.DatabaseAway;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why work failed, in words that may be stored and logged: a code, and the engine's own sentence or
 * a reference by which the log has what nobody foresaw. Never what a library or the database says.
 */
final class Failure {

  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
  private static final String PROPERTY = "ledgerway.failure";

  private Failure() {}

  /** Of the exchange; what nobody foresaw is logged once, however often it is asked for. */
  static String of(Exchange exchange) {
    String known = exchange.getProperty(PROPERTY, String.class);
    if (known != null) {
      return known;
    }
    Exception open = exchange.getException();
    Exception failure =
        open == null ? exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class) : open;
    String words = words(failure);
    exchange.setProperty(PROPERTY, words);
    return words;
  }

  static void log(Exchange exchange) {
    LOG.warn(
        "event=route_failed route={} company={} problem={}",
        exchange.getProperty(Exchange.FAILURE_ROUTE_ID),
        exchange.getVariable("company"),
        of(exchange));
  }

  static String words(Throwable failure) {
    if (failure instanceof LedgerwayException known) {
      return known.code() + ": " + known.loggedMessage();
    }
    if (DatabaseAway.isCauseOf(failure)) {
      // Every tick of every route says so while it lasts: a line each, without a stack.
      return "DATABASE_AWAY: " + failure.getClass().getSimpleName();
    }
    return "WORK_FAILED: reference " + Told.of(failure, "WORK_FAILED").reference();
  }
}
