package io.ledgerway.intake;

import io.ledgerway.reference.People;
import io.ledgerway.reference.UnknownCompany;
import io.ledgerway.reference.User;
import io.ledgerway.sql.DataFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.springframework.dao.DataAccessException;

/**
 * Takes in what a batch says of users, one company at a time; of what it says of one user the last
 * counts. Users of a company that is not set up join the refusals, and so does a user whom the
 * database refuses.
 */
class StoreUsers implements Processor {

  private final People people;

  StoreUsers(People people) {
    this.people = people;
  }

  @Override
  public void process(Exchange exchange) {
    JudgedRecords judged = exchange.getMessage().getBody(JudgedRecords.class);
    Map<String, Map<String, User>> byCompany = new LinkedHashMap<>();
    for (UserEvent event : judged.users()) {
      byCompany
          .computeIfAbsent(event.company(), company -> new LinkedHashMap<>())
          .put(event.user().id(), event.user());
    }
    byCompany.forEach((company, users) -> put(judged, company, List.copyOf(users.values())));
  }

  private void put(JudgedRecords judged, String company, List<User> users) {
    try {
      people.put(company, users);
    } catch (UnknownCompany unknown) {
      refuse(judged, company, unknown);
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      users.forEach(user -> putAlone(judged, company, user));
    }
  }

  private void putAlone(JudgedRecords judged, String company, User user) {
    try {
      people.put(company, List.of(user));
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      judged.users().stream()
          .filter(event -> event.company().equals(company) && event.user().equals(user))
          .map(
              event ->
                  Refusal.notStorable(
                      event.record(), company, user.id(), DataFault.said(failure), null))
          .forEach(judged.refusals()::add);
    }
  }

  private static void refuse(JudgedRecords judged, String company, UnknownCompany unknown) {
    judged.users().stream()
        .filter(event -> event.company().equals(company))
        .map(
            event ->
                new Refusal(
                    event.record(),
                    company,
                    event.user().id(),
                    "UNKNOWN_COMPANY",
                    unknown.plainMessage(),
                    unknown.hint(),
                    null))
        .forEach(judged.refusals()::add);
  }
}
