package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
  private final JsonSchema untilFirstMistake;
  private final JsonSchema everyMistake;

  ValidateEvent(String schemaFile) {
    this.untilFirstMistake = schema(schemaFile, true);
    this.everyMistake = schema(schemaFile, false);
  }

  private static JsonSchema schema(String file, boolean failFast) {
    try (InputStream in = ValidateEvent.class.getResourceAsStream("/schemas/" + file)) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(
                  in,
                  SchemaValidatorsConfig.builder()
                      .formatAssertionsEnabled(true)
                      .failFast(failFast)
                      .build());
      schema.initializeValidators();
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void process(Exchange exchange) {
    JsonNode event = exchange.getMessage().getBody(JsonNode.class);
    Set<ValidationMessage> first = untilFirstMistake.validate(event);
    if (!first.isEmpty()) {
      Set<ValidationMessage> wrong = new LinkedHashSet<>(everyMistake.validate(Excerpt.of(event)));
      wrong.addAll(first);
      throw new RefusedRecordException(
          "NOT_OF_SCHEMA",
          wrong.stream()
              .map(ValidationMessage::getMessage)
              .map(message -> message.substring(0, Math.min(LONGEST_TOLD, message.length())))
              .distinct()
              .limit(TOLD_AT_MOST)
              .collect(Collectors.joining("; ")),
          "Send the event as its schema describes it.");
    }
  }
}
