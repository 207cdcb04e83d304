package io.ledgerway.checking;

import io.ledgerway.observation.Counted;
import io.ledgerway.posting.LedgerRow;
import io.ledgerway.posting.ProblemsJson;
import io.ledgerway.posting.Statements;
import io.ledgerway.sql.DataFault;
import io.ledgerway.trace.Traces;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Writes down what the check found: READY, or HELD with everything that stands in the way. Where
 * the database refuses one of them it is held alone.
 */
class RecordChecks implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(RecordChecks.class);
  private final Statements statements;
  private final Clock clock;
  private final Counted counted;
  private final Traces traces;

  RecordChecks(Statements statements, Clock clock, Counted counted, Traces traces) {
    this.traces = traces;
    this.statements = statements;
    this.clock = clock;
    this.counted = counted;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void process(Exchange exchange) {
    List<Prepared> checked = exchange.getMessage().getBody(List.class);
    record(checked);
    LOG.info(
        "event=checked company={} documents={} held={}",
        exchange.getVariable("company"),
        checked.size(),
        checked.stream().filter(p -> !p.ready()).count());
  }

  void record(List<Prepared> checked) {
    try {
      write(checked);
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      checked.forEach(this::writeAlone);
    }
  }

  private void writeAlone(Prepared one) {
    try {
      write(List.of(one));
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      LOG.warn("event=not_storable posting={} mapping={}", one.row().id(), one.row().mapping());
      write(List.of(one.notStorable(DataFault.said(failure))));
    }
  }

  private void write(List<Prepared> checked) {
    statements
        .named("posting/checked")
        .array("ids", "uuid", checked, p -> p.row().id())
        .array("versions", "integer", checked, p -> p.row().version())
        .array("states", "text", checked, Prepared::state)
        .array("problems", "text", checked, p -> ProblemsJson.write(p.problems()))
        .array("waits_for", "text", checked, p -> ProblemsJson.keys(p.problems()))
        .array("books_versions", "bigint", checked, Prepared::booksVersion)
        .array("mapping_versions", "text", checked, Prepared::mappingVersion)
        .array("documents", "text", checked, Prepared::document)
        .value("now", clock.instant())
        .run();
    checked.forEach(each -> counted.document(each.state(), each.problems()));
    checked.stream().filter(each -> each.row().followed() != null).forEach(this::tell);
  }

  private void tell(Prepared one) {
    LedgerRow row = one.row();
    traces
        .begin("check")
        .under(row.followed().context())
        .since(row.followed().since(clock.instant()))
        .begin()
        .with("ledgerway.company", row.company())
        .with("ledgerway.posting", row.id().toString())
        .with("ledgerway.version", row.version())
        .with("ledgerway.mapping", row.mapping())
        .with("ledgerway.state", one.state())
        .with("ledgerway.cause", one.ready() ? null : one.problems().get(0).code())
        .end();
  }
}
