package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import io.ledgerway.step.StepComponent;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Refuses an event that is not of its schema, naming the places that are wrong. Judged is the whole
 * event, up to the first mistake: half a million wrong lines would be half a million messages. The
 * further mistakes that are told are those of the first few elements of each list. Thread-safe.
 */
class ValidateEvent implements Processor {

  private static final int TOLD_AT_MOST = 20;
  private static final int LONGEST_TOLD = 300;
  private final SchemaFile schema;

  ValidateEvent(SchemaFile schema) {
    this.schema = schema;
  }

  /** The step as a route names it: {@code schema} is a file below the folder of routes. */
  static StepComponent.Configurable below(Path folder) {
    return options -> {
      Object file = options.remove("schema");
      if (file == null) {
        throw new IllegalArgumentException("intake:validate needs an option 'schema', a file");
      }
      return new ValidateEvent(new SchemaFile(folder.resolve(file.toString())));
    };
  }

  @Override
  public void process(Exchange exchange) {
    JsonNode event = exchange.getMessage().getBody(JsonNode.class);
    SchemaFile.Judges judges = schema.judges();
    Set<ValidationMessage> first = judges.untilFirstMistake().validate(event);
    if (!first.isEmpty()) {
      Set<ValidationMessage> wrong =
          new LinkedHashSet<>(judges.everyMistake().validate(Excerpt.of(event)));
      wrong.addAll(first);
      throw new RefusedRecordException(
          "NOT_OF_SCHEMA",
          wrong.stream()
              .map(ValidateEvent::inWords)
              .map(message -> message.substring(0, Math.min(LONGEST_TOLD, message.length())))
              .distinct()
              .limit(TOLD_AT_MOST)
              .collect(Collectors.joining("; ")),
          "Send the event as its schema describes it.");
    }
  }

  /** Patterns are for machines. */
  private static String inWords(ValidationMessage mistake) {
    return "pattern".equals(mistake.getType())
        ? mistake.getInstanceLocation() + ": is not of the form that its schema describes"
        : mistake.getMessage();
  }
}
