package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /Users}: read only. */
@Component
class UsersEndpoint implements Endpoint {

  private static final Fields<User> FIELDS =
      new Fields<User>("User")
          .with("UserID", User::id)
          .with("EmailAddress", User::email)
          .with("FirstName", User::firstName)
          .with("LastName", User::lastName)
          .with("IsSubscriber", User::isSubscriber)
          .with("OrganisationRole", User::role)
          .with("UpdatedDateUTC", user -> Instant.ofEpochMilli(user.updated()));

  @Override
  public String name() {
    return "Users";
  }

  @Override
  public String scope() {
    return "accounting.settings";
  }

  @Override
  public Answer handle(Call call) {
    if (!call.isGet()) {
      throw Refusal.notImplemented();
    }
    Organisation books = call.organisation();
    if (call.path().isEmpty()) {
      return answer(
          call, Listing.of(call, books.users().all(), FIELDS, true, false, false).records());
    }
    User user = books.users().get(Ids.parse(call.path().get(0)));
    if (user == null) {
      throw Refusal.notFound();
    }
    return answer(call, List.of(user));
  }

  private Answer answer(Call call, List<User> users) {
    return Envelope.of(
        call, "Users", users.stream().map(User::show).toList(), call.organisation().now());
  }
}
