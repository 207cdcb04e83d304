package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.problem.DocumentProblems;
import io.ledgerway.source.Sources;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Holds a document whose event its schema did not take when it came, as long as it does not.
 * Thread-safe.
 */
class JudgeAgain implements Processor {

  private final EventSchemas schemas;
  private final Sources sources;

  JudgeAgain(EventSchemas schemas, Sources sources) {
    this.schemas = schemas;
    this.sources = sources;
  }

  @Override
  public void process(Exchange exchange) {
    JsonNode event = EventJson.read(exchange.getMessage().getBody(String.class));
    String kind =
        exchange.getVariable("source", String.class)
            + "/"
            + exchange.getVariable("kind", String.class);
    schemas
        .mistakes(exchange.getVariable("mistakenBy", String.class), event)
        .ifPresent(
            mistakes -> {
              throw new DocumentProblems(mistakes.problems(sources.noun(kind)));
            });
  }
}
