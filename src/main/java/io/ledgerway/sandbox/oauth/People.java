package io.ledgerway.sandbox.oauth;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.books.User;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who can sign in to give consent: the users of all organisations whose role allows it. */
@Component
class People {

  private final Organisations organisations;

  People(Organisations organisations) {
    this.organisations = organisations;
  }

  Collection<User> whoMayConnect() {
    Map<UUID, User> people = new LinkedHashMap<>();
    for (Organisation books : organisations.all()) {
      books.users().all().stream()
          .filter(User::mayConnect)
          .forEach(user -> people.putIfAbsent(user.id(), user));
    }
    return people.values();
  }

  /** Who signs in when nobody says who; null when nobody could. */
  UUID first() {
    return whoMayConnect().stream().map(User::id).findFirst().orElse(null);
  }

  boolean mayConnect(UUID userId, Organisation books) {
    User user = books.users().get(userId);
    return user != null && user.mayConnect();
  }

  /** Whoever it is, in any organisation. */
  User get(UUID userId) {
    return organisations.all().stream()
        .map(books -> books.users().get(userId))
        .filter(user -> user != null)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no user " + userId));
  }
}
