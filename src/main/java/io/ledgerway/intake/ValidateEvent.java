package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Refuses an event that is not of its schema, naming every place that is wrong. Thread-safe. */
class ValidateEvent implements Processor {

  private static final int TOLD_AT_MOST = 20;
  private final JsonSchema schema;

  ValidateEvent(String schemaFile) {
    try (InputStream in = ValidateEvent.class.getResourceAsStream("/schemas/" + schemaFile)) {
      this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      schema.initializeValidators();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void process(Exchange exchange) {
    Set<ValidationMessage> wrong = schema.validate(exchange.getMessage().getBody(JsonNode.class));
    if (!wrong.isEmpty()) {
      throw new RefusedRecordException(
          "NOT_OF_SCHEMA",
          wrong.stream()
              .limit(TOLD_AT_MOST)
              .map(ValidationMessage::getMessage)
              .collect(Collectors.joining("; ")),
          "Send the event as its schema describes it.");
    }
  }
}
