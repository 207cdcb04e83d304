package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /ContactGroups} and their contacts: no change date, no pages, at most 100. */
@Component
class ContactGroupsEndpoint implements Endpoint {

  private static final Fields<ContactGroup> FIELDS =
      new Fields<ContactGroup>("ContactGroup")
          .with("ContactGroupID", ContactGroup::id)
          .with("Name", ContactGroup::name)
          .with("Status", ContactGroup::status);

  @Override
  public String name() {
    return "ContactGroups";
  }

  @Override
  public String scope() {
    return "accounting.contacts";
  }

  @Override
  public Answer handle(Call call) {
    Organisation books = call.organisation();
    List<String> path = call.path();
    if (path.isEmpty()) {
      if (call.isGet()) {
        return list(call);
      }
      if (call.isPut()) {
        return answer(call, ContactGroupChanges.create(books, call.elements(name())));
      }
      throw Refusal.notImplemented();
    }
    ContactGroup group = books.contactGroups().get(Ids.parse(path.get(0)));
    if (group == null || path.size() > 3 || (path.size() > 1 && !path.get(1).equals("Contacts"))) {
      throw Refusal.notFound();
    }
    if (path.size() == 1 && call.isGet()) {
      Map<String, Object> shown = group.show();
      shown.put("Contacts", contacts(books, group.contactIds()));
      return Envelope.of(call, name(), List.of(shown), books.now());
    }
    if (path.size() == 1 && call.isPost()) {
      Input in = call.elements(name()).get(0);
      return answer(call, List.of(ContactGroupChanges.change(books, group, in)));
    }
    if (path.size() == 2 && call.isPut()) {
      Set<UUID> added = ContactGroupChanges.addContacts(books, group, call.elements("Contacts"));
      return Envelope.of(call, "Contacts", contacts(books, added), books.now());
    }
    if (path.size() > 1 && call.isDelete()) {
      ContactGroupChanges.removeContacts(
          books, group, path.size() == 3 ? Ids.parse(path.get(2)) : null);
      return Answer.empty(204);
    }
    throw Refusal.notImplemented();
  }

  private Answer list(Call call) {
    Organisation books = call.organisation();
    List<ContactGroup> active =
        books.contactGroups().all().stream().filter(ContactGroup::isActive).toList();
    return answer(call, Listing.of(call, active, FIELDS, false, false, false).records());
  }

  private static List<Map<String, Object>> contacts(Organisation books, Set<UUID> ids) {
    return ids.stream().map(id -> ContactView.brief(books.contacts().get(id))).toList();
  }

  private Answer answer(Call call, List<ContactGroup> groups) {
    return Envelope.of(
        call, name(), groups.stream().map(ContactGroup::show).toList(), call.organisation().now());
  }
}
