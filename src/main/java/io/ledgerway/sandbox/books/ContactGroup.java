package io.ledgerway.sandbox.books;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Contacts under one name. */
record ContactGroup(UUID id, String name, String status, Set<UUID> contactIds, long updated)
    implements Kept {

  boolean isActive() {
    return "ACTIVE".equals(status);
  }

  ContactGroup named(String newName, String newStatus, long now) {
    return new ContactGroup(id, newName, newStatus, contactIds, now);
  }

  ContactGroup with(Set<UUID> ids, long now) {
    return new ContactGroup(id, name, status, new LinkedHashSet<>(ids), now);
  }

  Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ContactGroupID", id);
    shown.put("Name", name);
    shown.put("Status", status);
    return shown;
  }
}
