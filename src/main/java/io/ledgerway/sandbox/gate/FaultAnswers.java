package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.limit.Breach;
import java.util.Map;

/** The answers that faults give, with Xero's statuses and texts (xero-api.md 3 and 6.6). */
final class FaultAnswers {

  static final String OFFLINE = "The Organisation is offline";

  private FaultAnswers() {}

  /** The answer of a fault that leaves nothing done; null when no such fault hits. */
  static Answer before(Faults.Hit hit) {
    if (hit.main() == null) {
      return null;
    }
    return switch (hit.main()) {
      case LIMIT_MINUTE -> new Breach("minute", hit.retryAfterSeconds()).answer();
      case LIMIT_DAY -> new Breach("day", hit.retryAfterSeconds()).answer();
      case LIMIT_CONCURRENT -> new Breach("concurrent", null).answer();
      case LIMIT_APPMINUTE -> new Breach("appminute", null).answer();
      case ERROR_503 -> unavailable(OFFLINE, hit.retryAfterSeconds());
      case MAINTENANCE ->
          unavailable("The Xero API is currently offline for maintenance", hit.retryAfterSeconds());
      case UNAVAILABLE ->
          unavailable("The Xero API is temporarily unavailable", hit.retryAfterSeconds());
      default -> null;
    };
  }

  static Answer unavailable(String text, long retryAfterSeconds) {
    return Answer.text(503, text).with(Map.of("Retry-After", "" + Math.max(1, retryAfterSeconds)));
  }

  static Answer internalError() {
    return Answer.internalError();
  }
}
