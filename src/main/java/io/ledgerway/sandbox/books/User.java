package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.XeroDates;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A person who may sign in to the organisation. Not to be mistaken for a contact. One person has
 * the same id in every organisation.
 *
 * @param reporting a standard user may have this permission or not; advisers always do
 */
public record User(
    UUID id,
    String email,
    String firstName,
    String lastName,
    String role,
    boolean reporting,
    long updated)
    implements Kept {

  /** xero-api.md 4.12. */
  public static final List<String> ROLES =
      List.of(
          "READONLY",
          "INVOICEONLY",
          "STANDARD",
          "FINANCIALADVISER",
          "MANAGEDCLIENT",
          "CASHBOOKCLIENT",
          "UNKNOWN",
          "REMOVED");

  private static final String ADVISER = "FINANCIALADVISER";

  static UUID idOf(String email) {
    return UUID.nameUUIDFromBytes(("user/" + email).getBytes(StandardCharsets.UTF_8));
  }

  boolean isSubscriber() {
    return role.equals(ADVISER);
  }

  /** Whether this person may give an app access to the organisation. */
  public boolean mayConnect() {
    return role.equals("STANDARD") || role.equals(ADVISER);
  }

  /** Since 2026-06-29 manual journals ask for the reporting permission, xero-api.md 1.6. */
  public boolean mayReport() {
    return role.equals(ADVISER) || reporting;
  }

  /** This person with another role or permission. */
  public User with(String newRole, boolean newReporting, long now) {
    return new User(id, email, firstName, lastName, newRole, newReporting, now);
  }

  /** As the API shows it. */
  public Map<String, Object> show() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("UserID", id);
    shown.put("EmailAddress", email);
    shown.put("FirstName", firstName);
    shown.put("LastName", lastName);
    shown.put("UpdatedDateUTC", XeroDates.show(updated));
    shown.put("IsSubscriber", isSubscriber());
    shown.put("OrganisationRole", role);
    return shown;
  }
}
