package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the address of a page names; 404 where there is no such thing. */
@Component
class Addressed {

  private final Organisations organisations;

  Addressed(Organisations organisations) {
    this.organisations = organisations;
  }

  Organisation books(UUID tenantId) {
    return found(organisations.get(tenantId));
  }

  DocumentKind kind(String plural) {
    return found(
        Stream.of(DocumentKind.values())
            .filter(kind -> kind.plural().equals(plural))
            .findFirst()
            .orElse(null));
  }

  Document document(Organisation books, DocumentKind kind, UUID id) {
    return found(books.documents(kind).get(id));
  }

  private static <T> T found(T thing) {
    if (thing == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return thing;
  }

  /** The name of a document's contact; empty for journals. */
  static String contact(Organisation books, Document document) {
    Contact contact =
        document.contactId() == null ? null : books.contacts().get(document.contactId());
    return contact == null ? "" : contact.name();
  }
}
