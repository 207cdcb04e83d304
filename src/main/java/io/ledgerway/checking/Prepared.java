package io.ledgerway.checking;

import io.ledgerway.cause.Cause;
import io.ledgerway.cause.MappingCauses;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.problem.Problem;
import io.ledgerway.step.Gather;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;

/**
 * A document after mapping and checking: either what will be sent, or what stands in its way.
 *
 * @param booksVersion of the company's books that it was judged by
 * @param mappingVersion of the mapping that made it; null when none did
 * @param document the Xero document as text; null when there are problems
 */
public record Prepared(
    LedgerRow row,
    long booksVersion,
    String mappingVersion,
    String document,
    List<Problem> problems) {

  private static final int BYTES_OF_A_PROBLEM = 500;

  public boolean ready() {
    return problems.isEmpty();
  }

  public String state() {
    if (ready()) {
      return "READY";
    }
    return problems.stream().allMatch(each -> each.code().equals(Cause.NOTHING_TO_POST.name()))
        ? "NOTHING_TO_POST"
        : "HELD";
  }

  /** About so many characters are held for it. */
  long size() {
    return (document == null ? 0 : document.length()) + (long) problems.size() * BYTES_OF_A_PROBLEM;
  }

  /** The same with what was made of it before. */
  public Prepared saying(String before) {
    return new Prepared(row, booksVersion, mappingVersion, before, problems);
  }

  /** The database refuses what the mapping makes of it. */
  Prepared notStorable(String said) {
    return new Prepared(
        row,
        booksVersion,
        mappingVersion,
        null,
        List.of(new MappingCauses(row.mapping()).notStorable(said)));
  }

  /** Becomes the body, and is counted in the room of its turn. */
  void putOn(Exchange exchange) {
    CheckRoom.hold(exchange, this);
    exchange.getMessage().setBody(this);
  }

  /**
   * Collects the prepared documents of a split, in order, as the body of the whole; those for which
   * there was no room are left out.
   */
  static AggregationStrategy gathering() {
    return Gather.<List<Prepared>>into(
        ArrayList::new,
        (list, part) -> {
          if (part.getMessage().getBody() instanceof Prepared prepared) {
            list.add(prepared);
          }
        });
  }
}
