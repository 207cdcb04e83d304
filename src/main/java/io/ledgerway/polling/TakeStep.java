package io.ledgerway.polling;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Takes up the next step of what is read for {@code polledCompany} of {@code source}: variable
 * {@code step} is its name, the body what the mapping of its request is given.
 */
class TakeStep implements Processor {

  static final String COMPANY = "polledCompany";

  /** Variable: what the mapping of the request is given. */
  static final String GIVEN = "pollGiven";

  private final Polls polls;
  private final SettingsInForce settings;
  private final ReferenceData reference;

  TakeStep(Polls polls, SettingsInForce settings, ReferenceData reference) {
    this.reference = reference;
    this.polls = polls;
    this.settings = settings;
  }

  @Override
  @SuppressWarnings("unchecked")
  public void process(Exchange exchange) {
    Optional<Poll> found =
        polls.take(
            exchange.getVariable(COMPANY, String.class),
            exchange.getVariable("source", String.class));
    if (found.isEmpty()) {
      exchange.setRouteStop(true);
      return;
    }
    open(exchange, found.get(), settings);
    if (found.get().kind() == Poll.Kind.PUSH) {
      exchange.getVariable(GIVEN, Map.class).put("reference", reference.of(found.get().company()));
    }
  }

  static void open(Exchange exchange, Poll poll, SettingsInForce settings) {
    exchange.setVariable(Poll.VARIABLE, poll);
    exchange.setVariable(COMPANY, poll.company());
    exchange.setVariable("source", poll.source());
    exchange.setVariable("step", poll.step());
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("kind", poll.kind().name());
    asked.put("since", text(poll.since()));
    asked.put("until", text(poll.until()));
    asked.put("ids", poll.ids().isEmpty() ? null : poll.ids());
    asked.put("account", poll.account());
    asked.put("settings", settings.asMap(poll.company(), poll.source()));
    asked.put("memory", PollJson.object(poll.memory()));
    exchange.setVariable(GIVEN, asked);
    exchange.getMessage().setBody(asked);
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
