package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Creates and changes contacts, xero-api.md 4.4 and 6.3. */
public final class ContactWriter {

  private static final Pattern EMAIL =
      Pattern.compile("[\\x21-\\x7e&&[^@<>]]+@[\\x21-\\x7e&&[^@<>]]+\\.[\\x21-\\x7e&&[^@<>]]+");
  private static final Pattern BAD_NAME = Pattern.compile("[<>]|^\\s|\\s$|\\s\\s");
  private static final String ARCHIVED =
      "The specified contact details matched an archived contact. Archived contacts cannot"
          + " currently be edited via the API.";
  private static final int LONGEST_TEXT = 255;
  private static final int LONGEST_NUMBER = 50;
  private static final int MOST_PERSONS = 5;

  private final Organisation books;
  private final boolean create;
  private final Contact named;
  private final boolean byPerson;

  /**
   * @param create PUT: never changes a contact that is there
   * @param named the contact of the path, or null
   */
  public ContactWriter(Organisation books, boolean create, Contact named) {
    this(books, create, named, false);
  }

  /**
   * @param byPerson done in Xero's own screens, where archived contacts can be restored
   */
  ContactWriter(Organisation books, boolean create, Contact named, boolean byPerson) {
    this.books = books;
    this.create = create;
    this.named = named;
    this.byPerson = byPerson;
  }

  public Outcome write(Input in) {
    synchronized (books) {
      Contact before = named != null ? named : create ? null : find(in);
      UUID id = before != null ? before.id() : newId(in);
      Contact after = (before == null ? Contact.blank(id) : before).with(in, books.change());
      List<String> errors = new ArrayList<>();
      boolean closed = before != null && !before.isActive() && !byPerson;
      if (closed && !books.is(Doubt.ARCHIVED_CONTACTS_CAN_BE_EDITED)) {
        return refused(before, in);
      }
      if (!create && before == null && in.uuid("ContactID") != null) {
        errors.add("The contact with the specified ContactID could not be found");
      }
      check(after, errors);
      if (!errors.isEmpty()) {
        Map<String, Object> shown = new LinkedHashMap<>(ContactView.written(books, after));
        shown.put("ContactID", before == null ? Ids.ZERO : id);
        shown.put("HasValidationErrors", true);
        return new Outcome(shown, errors, List.of());
      }
      books.contacts().put(after);
      books.tell("CONTACT", before == null, id);
      return new Outcome(ContactView.written(books, after), List.of(), List.of());
    }
  }

  /** It shows what was sent, and that lists that were not are empty. */
  private static Outcome refused(Contact archived, Input in) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ContactID", archived.id());
    for (String name : List.of("ContactNumber", "ContactStatus", "Name", "EmailAddress")) {
      if (in.has(name)) {
        shown.put(name, in.text(name));
      }
    }
    List.of("Addresses", "Phones", "ContactGroups", "ContactPersons")
        .forEach(name -> shown.put(name, List.of()));
    shown.put("HasValidationErrors", true);
    return new Outcome(shown, List.of(ARCHIVED), List.of());
  }

  /** An id that is not known does not hide a number that is (xero-api.md 7.2, 9). */
  private Contact find(Input in) {
    UUID id = in.uuid("ContactID");
    Contact found = id == null ? null : books.contacts().get(id);
    return found != null ? found : byNumber(books, in.text("ContactNumber"));
  }

  static Contact byNumber(Organisation books, String number) {
    if (number == null || number.isEmpty()) {
      return null;
    }
    return books.contacts().all().stream()
        .filter(contact -> number.equalsIgnoreCase(contact.number()))
        .findFirst()
        .orElse(null);
  }

  private UUID newId(Input in) {
    UUID derived = books.idOf("contact", in.text("Name", ""));
    return books.contacts().get(derived) == null ? derived : UUID.randomUUID();
  }

  private void check(Contact contact, List<String> errors) {
    String name = contact.name();
    if (name == null || name.isBlank()) {
      errors.add("The Contact Name cannot be empty.");
    } else if (name.length() > LONGEST_TEXT || BAD_NAME.matcher(name).find()) {
      errors.add("The Contact Name is not valid.");
    } else {
      Contact same = books.contacts().find(name);
      if (contact.isActive() && same != null && !same.id().equals(contact.id())) {
        errors.add(
            ("The contact name %s is already assigned to another contact. The contact name must be"
                    + " unique across all active contacts.")
                .formatted(name));
      }
    }
    Contact sameNumber = byNumber(books, contact.number());
    if (sameNumber != null && !sameNumber.id().equals(contact.id())) {
      errors.add(
          "Another contact has this contact number. Please enter a different contact number.");
    }
    limit("ContactNumber", contact.number(), LONGEST_NUMBER, errors);
    limit("AccountNumber", contact.accountNumber(), LONGEST_NUMBER, errors);
    limit("CompanyNumber", contact.companyNumber(), LONGEST_NUMBER, errors);
    limit("TaxNumber", contact.taxNumber(), LONGEST_NUMBER, errors);
    limit("FirstName", contact.firstName(), LONGEST_TEXT, errors);
    limit("LastName", contact.lastName(), LONGEST_TEXT, errors);
    String email = contact.email();
    if (email != null
        && !email.isEmpty()
        && (!EMAIL.matcher(email).matches() || email.length() > LONGEST_TEXT)) {
      errors.add("Email address must be valid.");
    }
    if (contact.more().containsKey("ContactPersons")
        && contact.more().get("ContactPersons").size() > MOST_PERSONS) {
      errors.add("A contact can have at most 5 contact persons.");
    }
  }

  private static void limit(String name, String text, int longest, List<String> errors) {
    if (text != null && text.length() > longest) {
      errors.add("%s is too long. Maximum of %d characters allowed".formatted(name, longest));
    }
  }
}
