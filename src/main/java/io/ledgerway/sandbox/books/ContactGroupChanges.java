package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes to contact groups: at most 100, with names of their own (xero-api.md 6.3). */
final class ContactGroupChanges {

  private static final List<String> STATUSES = List.of("ACTIVE", "DELETED");
  private static final int MOST = 100;

  private ContactGroupChanges() {}

  /**
   * @throws Refusal 400 with those that could not be made; the others are made
   */
  static List<ContactGroup> create(Organisation books, List<Input> inputs) {
    synchronized (books) {
      List<ContactGroup> made = new ArrayList<>();
      List<Map<String, Object>> failed = new ArrayList<>();
      for (Input in : inputs) {
        ContactGroup group =
            new ContactGroup(
                UUID.randomUUID(), in.text("Name"), "ACTIVE", Set.of(), books.change());
        String error = error(books, group);
        if (error == null) {
          books.contactGroups().put(group);
          made.add(group);
        } else {
          failed.add(failed(Ids.ZERO, group, error));
        }
      }
      if (!failed.isEmpty()) {
        throw Refusal.validation(failed);
      }
      return made;
    }
  }

  static ContactGroup change(Organisation books, ContactGroup group, Input in) {
    synchronized (books) {
      ContactGroup after =
          group.named(
              in.text("Name", group.name()),
              in.choice("Status", STATUSES, "ContactGroupStatus", group.status()),
              books.change());
      String error = error(books, after);
      if (error != null) {
        throw Refusal.validation(List.of(failed(group.id(), after, error)));
      }
      books.contactGroups().put(after);
      return after;
    }
  }

  static Set<UUID> addContacts(Organisation books, ContactGroup group, List<Input> inputs) {
    synchronized (books) {
      Set<UUID> added = new LinkedHashSet<>();
      for (Input in : inputs) {
        UUID id = in.uuid("ContactID");
        if (id == null || books.contacts().get(id) == null) {
          String error = "The contact with the specified ContactID could not be found";
          throw Refusal.validation(List.of(failed(group.id(), group, error)));
        }
        added.add(id);
      }
      Set<UUID> ids = new LinkedHashSet<>(group.contactIds());
      ids.addAll(added);
      books.contactGroups().put(group.with(ids, books.change()));
      return added;
    }
  }

  /**
   * @param one null for all
   */
  static void removeContacts(Organisation books, ContactGroup group, UUID one) {
    synchronized (books) {
      Set<UUID> ids = new LinkedHashSet<>(group.contactIds());
      if (one == null) {
        ids.clear();
      } else if (!ids.remove(one)) {
        throw Refusal.notFound();
      }
      books.contactGroups().put(group.with(ids, books.change()));
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

  private static Map<String, Object> failed(UUID id, ContactGroup group, String message) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ContactGroupID", id);
    shown.put("Name", group.name());
    shown.put("Contacts", List.of());
    shown.put("HasValidationErrors", true);
    shown.put("ValidationErrors", List.of(Map.of("Message", message)));
    return shown;
  }
}
