package io.ledgerway.sandbox.gate;

import io.ledgerway.sandbox.fault.Faults;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.limit.Breach;

/** The faults that answer 429 though nothing is used up. */
final class LimitFaults {

  private LimitFaults() {}

  /** Null when no such fault hits. */
  static Answer answer(Faults.Hit hit) {
    if (hit.main() == null) {
      return null;
    }
    return switch (hit.main()) {
      case LIMIT_MINUTE -> new Breach("minute", hit.retryAfterSeconds()).answer();
      case LIMIT_DAY -> new Breach("day", hit.retryAfterSeconds()).answer();
      case LIMIT_CONCURRENT -> new Breach("concurrent", null).answer();
      case LIMIT_APPMINUTE -> new Breach("appminute", null).answer();
      default -> null;
    };
  }
}
