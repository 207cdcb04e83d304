package io.ledgerway.sandbox.books;

import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;

/**
 * Two contacts become one, which people do in Xero's own screens only: one is archived and points
 * to the other, which gets its documents. Their change dates stay, the contacts' move (xero-api.md
 * 2.4).
 */
final class ContactMerge {

  private ContactMerge() {}

  static Contact merge(Organisation books, Contact from, Contact into) {
    synchronized (books) {
      if (from.id().equals(into.id()) || !from.isActive() || !into.isActive()) {
        throw new IllegalArgumentException("Only two active contacts can be merged");
      }
      Contact merged = from.mergedInto(into.id(), books.change());
      books.contacts().put(merged);
      books.contacts().put(into.marked(from.supplier(), from.customer()).changed(books.change()));
      for (DocumentKind kind : DocumentKind.values()) {
        for (Document document : books.documents(kind).all()) {
          if (from.id().equals(document.contactId())) {
            books.documents(kind).put(document.movedTo(into.id()));
          }
        }
      }
      books.tell("CONTACT", false, from.id());
      books.tell("CONTACT", false, into.id());
      return merged;
    }
  }
}
