package io.ledgerway.posting;

import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what the check found: READY, or HELD with everything that stands in the way. */
class RecordChecks implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(RecordChecks.class);
  private final Statements statements;
  private final Clock clock;

  RecordChecks(Statements statements, Clock clock) {
    this.statements = statements;
    this.clock = clock;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void process(Exchange exchange) {
    List<Prepared> checked = exchange.getMessage().getBody(List.class);
    statements
        .named("posting/checked")
        .array("ids", "uuid", checked, p -> p.row().id())
        .array("versions", "integer", checked, p -> p.row().version())
        .array("states", "text", checked, p -> p.ready() ? "READY" : "HELD")
        .array("problems", "text", checked, p -> Problems.write(p.problems()))
        .array("waits_for", "text", checked, p -> Problems.keys(p.problems()))
        .array("books_versions", "bigint", checked, Prepared::booksVersion)
        .array("documents", "text", checked, p -> p.ready() ? XeroJson.write(p.document()) : null)
        .value("now", clock.instant())
        .run();
    LOG.info(
        "event=checked company={} documents={} held={}",
        exchange.getVariable("company"),
        checked.size(),
        checked.stream().filter(p -> !p.ready()).count());
  }
}
