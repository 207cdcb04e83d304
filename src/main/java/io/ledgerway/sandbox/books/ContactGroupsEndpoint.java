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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /ContactGroups} and their contacts: no change date, no pages, at most 100. */
@Component
class ContactGroupsEndpoint implements Endpoint {

  private static final List<String> STATUSES = List.of("ACTIVE", "DELETED");
  private static final int MOST = 100;
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
      return call.isGet() ? list(call) : create(call);
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
      return change(call, group);
    }
    if (path.size() == 2 && call.isPut()) {
      return addContacts(call, group);
    }
    if (path.size() > 1 && call.isDelete()) {
      return removeContacts(books, group, path.size() == 3 ? Ids.parse(path.get(2)) : null);
    }
    throw Refusal.notImplemented();
  }

  private Answer list(Call call) {
    Organisation books = call.organisation();
    List<ContactGroup> active =
        books.contactGroups().all().stream().filter(ContactGroup::isActive).toList();
    return answer(call, Listing.of(call, active, FIELDS, false, false, false).records());
  }

  private Answer create(Call call) {
    if (!call.isPut()) {
      throw Refusal.notImplemented();
    }
    Organisation books = call.organisation();
    synchronized (books) {
      List<ContactGroup> made = new ArrayList<>();
      List<Map<String, Object>> failed = new ArrayList<>();
      for (Input in : call.elements(name())) {
        ContactGroup group =
            new ContactGroup(
                UUID.randomUUID(), in.text("Name"), "ACTIVE", Set.of(), books.change());
        String error = error(books, group);
        if (error == null) {
          books.contactGroups().put(group);
          made.add(group);
        } else {
          failed.add(failed(group, error));
        }
      }
      if (!failed.isEmpty()) {
        throw Refusal.validation(failed);
      }
      return answer(call, made);
    }
  }

  private static String error(Organisation books, ContactGroup group) {
    if (group.name() == null || group.name().isBlank()) {
      return "The Contact Group Name cannot be empty.";
    }
    ContactGroup same = books.contactGroups().find(group.name());
    if (same != null && !same.id().equals(group.id())) {
      return "The Contact Group Name must be unique.";
    }
    boolean isNew = books.contactGroups().get(group.id()) == null;
    long active = books.contactGroups().all().stream().filter(ContactGroup::isActive).count();
    return isNew && active >= MOST ? "You’ve reached the limit of 100 contact groups." : null;
  }

  private Answer change(Call call, ContactGroup group) {
    Organisation books = call.organisation();
    synchronized (books) {
      Input in = call.elements(name()).get(0);
      ContactGroup after =
          group.named(
              in.text("Name", group.name()),
              in.choice("Status", STATUSES, "ContactGroupStatus", group.status()),
              books.change());
      String error = error(books, after);
      if (error != null) {
        throw Refusal.validation(List.of(failed(after, error)));
      }
      books.contactGroups().put(after);
      return answer(call, List.of(after));
    }
  }

  private static Answer addContacts(Call call, ContactGroup group) {
    Organisation books = call.organisation();
    synchronized (books) {
      Set<UUID> ids = new LinkedHashSet<>(group.contactIds());
      Set<UUID> added = new LinkedHashSet<>();
      for (Input in : call.elements("Contacts")) {
        UUID id = in.uuid("ContactID");
        if (id == null || books.contacts().get(id) == null) {
          throw Refusal.validation(
              List.of(
                  failed(group, "The contact with the specified ContactID could not be found")));
        }
        added.add(id);
      }
      ids.addAll(added);
      books.contactGroups().put(group.with(ids, books.change()));
      return Envelope.of(call, "Contacts", contacts(books, added), books.now());
    }
  }

  private static Answer removeContacts(Organisation books, ContactGroup group, UUID one) {
    synchronized (books) {
      Set<UUID> ids = new LinkedHashSet<>(group.contactIds());
      if (one == null) {
        ids.clear();
      } else if (!ids.remove(one)) {
        throw Refusal.notFound();
      }
      books.contactGroups().put(group.with(ids, books.change()));
      return Answer.empty(204);
    }
  }

  private static List<Map<String, Object>> contacts(Organisation books, Set<UUID> ids) {
    return ids.stream().map(id -> ContactView.brief(books.contacts().get(id))).toList();
  }

  private static Map<String, Object> failed(ContactGroup group, String message) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ContactGroupID", Ids.ZERO);
    shown.put("Name", group.name());
    shown.put("Contacts", List.of());
    shown.put("HasValidationErrors", true);
    shown.put("ValidationErrors", List.of(Map.of("Message", message)));
    return shown;
  }

  private Answer answer(Call call, List<ContactGroup> groups) {
    return Envelope.of(
        call, name(), groups.stream().map(ContactGroup::show).toList(), call.organisation().now());
  }
}
