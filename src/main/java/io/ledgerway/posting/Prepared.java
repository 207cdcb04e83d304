package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
import io.ledgerway.step.Gather;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.AggregationStrategy;

/**
 * A document after mapping and checking: either what will be sent, or what stands in its way.
 *
 * @param booksVersion of the company's books that it was judged by
 * @param document the Xero document; null when there are problems
 */
record Prepared(
    LedgerRow row, long booksVersion, Map<String, Object> document, List<Problem> problems) {

  boolean ready() {
    return problems.isEmpty();
  }

  /** Collects the prepared documents of a split, in order, as the body of the whole. */
  static AggregationStrategy gathering() {
    return Gather.<List<Prepared>>into(
        ArrayList::new, (list, part) -> list.add(part.getMessage().getBody(Prepared.class)));
  }
}
