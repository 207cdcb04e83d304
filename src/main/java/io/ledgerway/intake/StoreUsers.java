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
    Sorted sorted = exchange.getMessage().getBody(Sorted.class);
    Map<String, Map<String, User>> byCompany = new LinkedHashMap<>();
    for (UserEvent event : sorted.users()) {
      byCompany
          .computeIfAbsent(event.company(), company -> new LinkedHashMap<>())
          .put(event.user().id(), event.user());
    }
    byCompany.forEach((company, users) -> put(sorted, company, List.copyOf(users.values())));
  }

  private void put(Sorted sorted, String company, List<User> users) {
    try {
      people.put(company, users);
    } catch (UnknownCompany unknown) {
      refuse(sorted, company, unknown);
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      users.forEach(user -> putAlone(sorted, company, user));
    }
  }

  private void putAlone(Sorted sorted, String company, User user) {
    try {
      people.put(company, List.of(user));
    } catch (DataAccessException failure) {
      if (!DataFault.isCauseOf(failure)) {
        throw failure;
      }
      sorted.users().stream()
          .filter(event -> event.company().equals(company) && event.user().equals(user))
          .map(
              event ->
                  Refusal.notStorable(
                      event.record(), company, user.id(), DataFault.said(failure), null))
          .forEach(sorted.refusals()::add);
    }
  }

  private static void refuse(Sorted sorted, String company, UnknownCompany unknown) {
    sorted.users().stream()
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
        .forEach(sorted.refusals()::add);
  }
}
