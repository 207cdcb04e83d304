package io.ledgerway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.reference.User;
import io.ledgerway.step.StepComponent;
import org.apache.camel.Exchange;

/**
 * A record that says something of a user.
 *
 * @param account whose user that is
 * @param company of ours; null until it is found
 */
record UserEvent(IncomingRecord record, SourceAccount account, String company, User user) {

  UserEvent of(String found) {
    return new UserEvent(record, account, found, user);
  }

  /** The step as a route names it: {@code source} is whose users these are. */
  static StepComponent.Configurable with() {
    return options -> {
      Object source = options.remove("source");
      if (source == null) {
        throw new IllegalArgumentException("intake:user needs an option 'source'");
      }
      return exchange -> enter(exchange, source.toString());
    };
  }

  /** The body, a valid event, becomes what the store takes in. */
  private static void enter(Exchange exchange, String source) {
    JsonNode event = exchange.getMessage().getBody(JsonNode.class);
    exchange
        .getMessage()
        .setBody(
            new UserEvent(
                exchange.getVariable(CheckRecord.RECORD, IncomingRecord.class),
                new SourceAccount(source, event.get("company").asText()),
                null,
                new User(
                    event.get("id").asText(),
                    event.get("email").asText(),
                    event.get("active").asBoolean(),
                    event.path("firstName").asText(null),
                    event.path("lastName").asText(null))));
  }
}
