package io.ledgerway.step;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/**
 * Gathers what became of each part of a split as the body of the whole. A part that failed fails
 * the whole; one whose failure was handled counts as what its handling made of it. (The option
 * {@code stopOnException} of Camel's split stops at handled failures, too.)
 */
public final class Gather {

  private Gather() {}

  /**
   * @param empty makes what is gathered into, once for each split; used by one thread
   * @param add adds one part
   */
  public static <T> AggregationStrategy into(Supplier<T> empty, BiConsumer<T, Exchange> add) {
    return (gathered, part) -> {
      // Not the first part itself: what its error handling left on it would stop the whole.
      Exchange whole =
          gathered == null ? new DefaultExchange(part.getContext(), part.getPattern()) : gathered;
      if (whole.getException() != null) {
        return whole;
      }
      if (part.getException() != null) {
        whole.setException(part.getException());
        return whole;
      }
      T into = gathered == null ? empty.get() : body(gathered);
      add.accept(into, part);
      whole.getMessage().setBody(into);
      return whole;
    };
  }

  @SuppressWarnings("unchecked")
  private static <T> T body(Exchange gathered) {
    return (T) gathered.getMessage().getBody();
  }
}
