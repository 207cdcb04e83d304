package io.ledgerway.posting;

import io.ledgerway.problem.Problem;
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
    return (gathered, next) -> {
      Prepared prepared = next.getMessage().getBody(Prepared.class);
      if (gathered == null) {
        List<Prepared> list = new ArrayList<>();
        list.add(prepared);
        next.getMessage().setBody(list);
        return next;
      }
      @SuppressWarnings("unchecked")
      List<Prepared> list = gathered.getMessage().getBody(List.class);
      list.add(prepared);
      return gathered;
    };
  }
}
