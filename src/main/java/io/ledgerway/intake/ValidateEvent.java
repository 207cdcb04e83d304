package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.step.StepComponent;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Judges an event by its schema. One that is not of it is refused, or goes on with its mistakes, so
 * that the ledger can hold it for whoever can mend it. Thread-safe.
 */
class ValidateEvent implements Processor {

  private final EventSchemas schemas;
  private final String schema;
  private final boolean holds;

  ValidateEvent(EventSchemas schemas, String schema, boolean holds) {
    this.schemas = schemas;
    this.schema = schema;
    this.holds = holds;
    schemas.require(schema);
  }

  /**
   * The step as a route names it: {@code schema} is a file below the folder of routes, {@code
   * mistaken} what becomes of what is not of it, {@code refused} (unless said otherwise) or {@code
   * held}.
   */
  static StepComponent.Configurable by(EventSchemas schemas) {
    return options -> {
      Object file = options.remove("schema");
      if (file == null) {
        throw new IllegalArgumentException("intake:validate needs an option 'schema', a file");
      }
      Object mistaken = options.remove("mistaken");
      if (mistaken != null && !mistaken.equals("held") && !mistaken.equals("refused")) {
        throw new IllegalArgumentException("'mistaken' of intake:validate is held or refused");
      }
      return new ValidateEvent(schemas, file.toString(), "held".equals(mistaken));
    };
  }

  @Override
  public void process(Exchange exchange) {
    JsonNode event = exchange.getMessage().getBody(JsonNode.class);
    schemas
        .mistakes(schema, event)
        .ifPresent(
            mistakes -> {
              if (!holds || !event.isObject() || Excerpt.isFarTooMuch(event)) {
                throw mistakes.refusal();
              }
              exchange.setVariable(EventMistakes.VARIABLE, mistakes);
            });
  }
}
