package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Doubt;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The list parameters of documents beside {@code where}: ids, numbers, contacts, statuses, term.
 */
final class Selection {

  private Selection() {}

  static List<Document> of(DocumentKind kind, Call call, List<Document> all) {
    if (kind == DocumentKind.PURCHASE_ORDER) {
      return OrderRule.chosen(call, all);
    }
    if (kind.isBank()) {
      return byReference(call, all);
    }
    if (kind != DocumentKind.INVOICE) {
      return all;
    }
    Predicate<Document> wanted = null;
    List<UUID> ids = Ids.list(call.param("IDs"));
    if (ids != null) {
      Set<UUID> set = new HashSet<>(ids);
      wanted = and(wanted, document -> set.contains(document.id));
    }
    List<UUID> contacts = Ids.list(call.param("ContactIDs"));
    if (contacts != null) {
      Set<UUID> set = new HashSet<>(contacts);
      wanted = and(wanted, document -> set.contains(document.contactId));
    }
    Set<String> numbers = texts(call.param("InvoiceNumbers"));
    if (numbers != null) {
      wanted =
          and(wanted, document -> document.number != null && numbers.contains(document.number));
    }
    Set<String> statuses = texts(call.param("Statuses"));
    if (statuses != null) {
      wanted = and(wanted, document -> statuses.contains(document.status));
    }
    String term = call.param("searchTerm");
    if (term != null && !term.isBlank()) {
      String lower = term.toLowerCase(Locale.ROOT);
      wanted =
          and(wanted, document -> has(document.number, lower) || has(document.reference, lower));
    }
    if (call.flag("createdByMyApp")) {
      wanted = and(wanted, document -> call.clientId().equals(document.createdBy));
    }
    return wanted == null ? all : all.stream().filter(wanted).toList();
  }

  /** Not every organisation may know it (xero-api.md 7.2, 14). */
  private static List<Document> byReference(Call call, List<Document> all) {
    Set<String> references = texts(call.param("References"));
    if (references == null || call.organisation().is(Doubt.REFERENCES_ARE_IGNORED)) {
      return all;
    }
    return all.stream()
        .filter(document -> document.reference != null && references.contains(document.reference))
        .toList();
  }

  private static Predicate<Document> and(Predicate<Document> one, Predicate<Document> two) {
    return one == null ? two : one.and(two);
  }

  private static boolean has(String text, String lower) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(lower);
  }

  private static Set<String> texts(String list) {
    if (list == null || list.isBlank()) {
      return null;
    }
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Stream.of(list.split(",")).map(String::trim).forEach(set::add);
    return set;
  }
}
