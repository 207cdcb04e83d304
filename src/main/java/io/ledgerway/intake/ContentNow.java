package io.ledgerway.intake;

import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.Arrival;
import io.ledgerway.posting.Arrivals;
import io.ledgerway.problem.LedgerwayException;
import java.util.Map;
import java.util.function.Function;

/** What events that came before say by their mappings as they are now. Thread-safe. */
record ContentNow(Mappings mappings) {

  /**
   * @param mappingOf the mapping that made an arrival
   */
  Arrivals.Reading by(Function<Arrival, String> mappingOf) {
    return (arrival, event) -> hash(mappingOf.apply(arrival), event);
  }

  /** Null when the mapping no longer takes the event: then it says something else. */
  private String hash(String mapping, String event) {
    try {
      return mappings.map(mapping, event, null, null, null) instanceof Map<?, ?> said
          ? EnterDocument.contentHash(said, EventJson.read(event))
          : null;
    } catch (LedgerwayException e) {
      return null;
    }
  }
}
