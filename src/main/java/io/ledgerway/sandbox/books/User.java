package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.XeroDates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A person who may sign in to the organisation. Not to be mistaken for a contact. */
record User(UUID id, String email, String firstName, String lastName, String role, long updated)
    implements Kept {

  Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("UserID", id);
    shown.put("EmailAddress", email);
    shown.put("FirstName", firstName);
    shown.put("LastName", lastName);
    shown.put("UpdatedDateUTC", XeroDates.show(updated));
    shown.put("IsSubscriber", role.equals("FINANCIALADVISER"));
    shown.put("OrganisationRole", role);
    return shown;
  }
}
