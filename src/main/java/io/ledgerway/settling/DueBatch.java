package io.ledgerway.settling;

import io.ledgerway.document.DocumentJson;
import io.ledgerway.document.DocumentResource;
import io.ledgerway.posting.Statements;
import io.ledgerway.sending.Batch;
import io.ledgerway.sending.Intended;
import io.ledgerway.source.Sources;
import io.ledgerway.trace.TraceContext;
import io.ledgerway.trace.Traces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Takes up an uncertain batch and decides how it is settled. Variable {@code settleBy} says RESEND
 * (the body is then the same request, with the same key), LOOK_UP, LOOK_ALIKE, or NOTHING to do
 * now.
 */
class DueBatch implements Processor {

  private final Statements statements;
  private final Settlement settlement;
  private final SettleTimes times;
  private final Sources sources;
  private final Traces traces;
  private final Clock clock;

  DueBatch(
      Statements statements,
      Settlement settlement,
      SettleTimes times,
      Sources sources,
      Traces traces,
      Clock clock) {
    this.traces = traces;
    this.sources = sources;
    this.statements = statements;
    this.settlement = settlement;
    this.times = times;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Map<?, ?> row = exchange.getMessage().getBody(Map.class);
    DocumentResource resource = DocumentResource.valueOf((String) row.get("resource"));
    List<Intended> intended = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    statements
        .named("posting/intended")
        .value("batch", row.get("batch"))
        .rows(
            found -> {
              documents.add(found.getString("document"));
              intended.add(
                  Intended.of(
                      found.getObject("id", UUID.class),
                      resource,
                      DocumentJson.read(found.getString("document")),
                      sources.noun(found.getString("source") + "/" + found.getString("kind")),
                      TraceContext.read(found.getString("trace"))));
            });
    Batch batch = Batch.due(row, intended);
    batch.putOn(exchange);
    exchange.setVariable("batch", batch.id().toString());
    exchange.setVariable("company", batch.company());
    exchange.setVariable("resource", batch.resource());
    exchange.setVariable("endpoint", resource.endpoint());
    // Between here and the call the company may be connected to another organisation.
    exchange.getMessage().setHeader("XeroTenantId", row.get("tenant_id"));
    String step = step(exchange, batch, documents);
    if (step.startsWith("LOOK")) {
      batch.toBeSettledBy(Batch.NextStep.valueOf(step)).putOn(exchange);
    }
    exchange.setVariable("settleBy", step);
    if (batch.trace() != null && !step.equals("NOTHING")) {
      traces
          .begin("settle")
          .under(batch.trace())
          .begin()
          .with("ledgerway.company", batch.company())
          .with("ledgerway.batch", batch.id().toString())
          .with("ledgerway.by", step)
          .with("ledgerway.attempt", batch.attempts())
          .putOn(exchange);
    }
  }

  private String step(Exchange exchange, Batch batch, List<String> documents) {
    if (batch.intended().isEmpty()) {
      settlement.settle(batch, List.of(), 0, null, null, null);
      return "NOTHING";
    }
    String request = DocumentJson.request(batch.of().endpoint(), documents);
    boolean sameRequest = DocumentJson.hash(request).equals(batch.requestHash());
    if (batch.looks()) {
      return batch.nextStep().name();
    }
    if (!sameRequest) {
      return "LOOK_UP";
    }
    if (clock.instant().isAfter(batch.keySafeUntil())) {
      // The key may be forgotten by now: what was sent last must have come to rest before the look.
      return lookUpWhenQuiet(batch);
    }
    batch.putRequestOn(exchange, request);
    return "RESEND";
  }

  private String lookUpWhenQuiet(Batch batch) {
    var quietAt = batch.keySafeUntil().plus(times.afterSilence());
    if (clock.instant().isBefore(quietAt)) {
      settlement.lookUp(
          batch,
          quietAt,
          quietAt.plus(times.absentAfter()),
          "waiting until no call can still be running");
      return "NOTHING";
    }
    return "LOOK_UP";
  }
}
