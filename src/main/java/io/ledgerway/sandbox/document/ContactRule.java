package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.ContactView;
import io.ledgerway.sandbox.books.ContactWriter;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import java.util.UUID;

/**
 * Whom a document is for. A contact that is sent with more than its id is rewritten (xero-api.md 7,
 * item 7); one that is sent with only a name is found or made.
 */
final class ContactRule {

  private static final String NOT_FOUND =
      "The contact with the specified contact details could not be found.";
  private static final String UNKNOWN =
      "Unknown contact details, please provide a valid ContactID or Contact Number";
  private static final String TAKEN =
      "The Contact Name already exists. Please enter a different Contact Name.";

  private final Organisation books;
  private final Findings findings;

  ContactRule(Organisation books, Findings findings) {
    this.books = books;
    this.findings = findings;
  }

  void read(Document document, Input in) {
    Input sent = in.object("Contact");
    if (sent == null) {
      if (document.contactId == null) {
        findings.error("A Contact must be specified for this type of transaction");
      }
      return;
    }
    UUID id = sent.uuid("ContactID");
    String name = sent.text("Name");
    String number = sent.text("ContactNumber");
    if (id == null && name == null && number == null) {
      findings.error(
          "The Contact must contain at least 1 of the following elements to identify the contact:"
              + " Name, ContactID, ContactNumber");
      return;
    }
    // An order wants the id or number of a contact that is there (xero-api.md 4.7).
    boolean mayCreate = document.kind != DocumentKind.PURCHASE_ORDER;
    Contact contact =
        id != null ? books.contacts().get(id) : found(number, mayCreate ? name : null);
    if (contact == null && id != null && name != null && mayCreate && isTaken(name)) {
      findings.error(TAKEN);
      findings.contact = ContactView.refused(books, sent, TAKEN);
      return;
    }
    if (contact == null && name != null && mayCreate && findings.none()) {
      Outcome made = new ContactWriter(books, true, null).write(sent);
      made.errors().forEach(findings::error);
      contact = books.contacts().find(name);
    } else if (contact == null) {
      findings.error(mayCreate ? NOT_FOUND : UNKNOWN);
      return;
    }
    if (contact == null) {
      return;
    }
    document.contactId = contact.id();
    if (!contact.isActive()) {
      findings.error(
          "The contact with the specified contact details has been archived. The contact must be"
              + " un-archived before creating new invoices or credit notes.");
    } else if (id != null && sent.size() > 1) {
      new ContactWriter(books, false, contact.withoutPersons())
          .write(sent)
          .errors()
          .forEach(findings::error);
    }
  }

  private boolean isTaken(String name) {
    return books.contacts().find(name) != null;
  }

  private Contact found(String number, String name) {
    if (number != null) {
      for (Contact contact : books.contacts().all()) {
        if (number.equalsIgnoreCase(contact.number())) {
          return contact;
        }
      }
    }
    return books.contacts().find(name);
  }
}
