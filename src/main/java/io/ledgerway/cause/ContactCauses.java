package io.ledgerway.cause;

import io.ledgerway.problem.Problem;
import io.ledgerway.reference.Contact;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the contact that a document is for. */
public final class ContactCauses {

  private ContactCauses() {}

  /** The one active contact of an e-mail address, or why there is none. */
  public static Optional<Problem> of(String email, List<Contact> all, String field) {
    List<Contact> active = all.stream().filter(Contact::active).toList();
    List<String> keys = List.of(KeyKind.CONTACT.of(email));
    if (active.size() > 1) {
      return Optional.of(Cause.CONTACT_AMBIGUOUS.at(field, keys, active.size(), email));
    }
    if (all.isEmpty()) {
      return Optional.of(Cause.CONTACT_NOT_FOUND.at(field, keys, email));
    }
    return active.isEmpty() ? archived(all.get(0), field) : Optional.empty();
  }

  public static Optional<Problem> archived(Contact contact, String field) {
    return contact.active()
        ? Optional.empty()
        : Optional.of(
            Cause.CONTACT_ARCHIVED.at(
                field,
                List.of(KeyKind.CONTACT.of(contact.email()), KeyKind.CONTACT_ID.of(contact.id())),
                contact.name(),
                contact.email()));
  }
}
