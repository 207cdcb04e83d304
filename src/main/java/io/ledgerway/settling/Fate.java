package io.ledgerway.settling;

import io.ledgerway.problem.Problem;
import java.util.List;
import java.util.UUID;

/** What became of one document of a batch: its next state and why. */
record Fate(UUID id, String state, String xeroId, List<Problem> problems) {

  static Fate posted(UUID id, String xeroId) {
    return new Fate(id, "POSTED", xeroId, List.of());
  }

  static Fate different(UUID id, String xeroId, List<Problem> differences) {
    return new Fate(id, "DIFFERENT", xeroId, differences);
  }

  static Fate held(UUID id, List<Problem> why) {
    return new Fate(id, "HELD", null, why);
  }

  /** It certainly does not stand in Xero and can go out again. */
  static Fate ready(UUID id) {
    return new Fate(id, "READY", null, List.of());
  }

  static Fate uncertain(UUID id) {
    return uncertain(id, List.of());
  }

  /** Somebody has to see to it. */
  static Fate uncertain(UUID id, List<Problem> why) {
    return new Fate(id, "UNCERTAIN", null, why);
  }
}
