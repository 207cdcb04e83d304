package io.ledgerway.checking;

import io.ledgerway.cause.MappingCauses;
import io.ledgerway.mapping.MappingProblems;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.problem.DocumentProblems;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.problem.Problem;
import io.ledgerway.problem.Told;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong with one document into its problems, so that the others go on. */
public class PreventDocument implements Processor {

  /**
   * Exchange variable of a run that only shows what would be: whoever asked is told, and no log.
   */
  public static final String TRIED = "tried";

  private static final Logger LOG = LoggerFactory.getLogger(PreventDocument.class);

  @Override
  public void process(Exchange exchange) {
    LedgerRow row = exchange.getVariable(OpenDocument.ROW, LedgerRow.class);
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    new Prepared(
            row,
            exchange.getVariable(OpenDocument.BOOKS_VERSION, 0L, Long.class),
            exchange.getVariable(Mappings.VERSION_VARIABLE, String.class),
            null,
            problems(row, failure, exchange.getVariable(TRIED) != null))
        .putOn(exchange);
  }

  private static List<Problem> problems(LedgerRow row, Exception failure, boolean tried) {
    if (failure instanceof MappingProblems found) {
      return found.problems();
    }
    if (failure instanceof DocumentProblems found) {
      return found.problems();
    }
    String mapping = row.mapping();
    Told told = Told.of(failure, "MAPPING_FAILED");
    if (!tried) {
      LOG.warn(
          "event=mapping_failed mapping={} posting={} code={} reference={} problem={}",
          mapping,
          row.id(),
          told.code(),
          told.reference(),
          failure instanceof LedgerwayException known ? known.loggedMessage() : null);
    }
    MappingCauses causes = new MappingCauses(mapping);
    return List.of(
        told.reference() == null
            ? causes.failed(told.message())
            : causes.unexpected(told.reference()));
  }
}
