package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.reference.User;
import org.apache.camel.Exchange;

/** A record that says something of a user, and whose company's it is. */
record UserEvent(IncomingRecord record, String company, User user) {

  /** The body, a valid event, becomes what the store takes in. */
  static void enter(Exchange exchange) {
    JsonNode event = exchange.getMessage().getBody(JsonNode.class);
    exchange
        .getMessage()
        .setBody(
            new UserEvent(
                exchange.getVariable(CheckRecord.RECORD, IncomingRecord.class),
                event.get("company").asText(),
                new User(
                    event.get("id").asText(),
                    event.get("email").asText(),
                    event.get("active").asBoolean(),
                    event.path("firstName").asText(null),
                    event.path("lastName").asText(null))));
  }
}
