package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import io.ledgerway.sandbox.document.DocumentView;
import io.ledgerway.sandbox.document.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The documents of one organisation, the newest first, and one of them whole. */
@Controller
class DocumentsPage {

  private static final int PAGE = 50;

  record Row(Document document, String contact) {}

  private final Organisations organisations;

  DocumentsPage(Organisations organisations) {
    this.organisations = organisations;
  }

  @GetMapping("/organisations/{tenantId}/{kind}")
  String list(
      @PathVariable UUID tenantId,
      @PathVariable String kind,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String search,
      Model model) {
    Organisation books = books(tenantId);
    DocumentKind known = kind(kind);
    List<Document> found = found(books, known, search);
    int first = Math.min(Math.max(0, (page - 1) * PAGE), found.size());
    List<Row> rows =
        found.subList(first, Math.min(first + PAGE, found.size())).stream()
            .map(document -> new Row(document, contact(books, document)))
            .toList();
    model.addAttribute("books", books);
    model.addAttribute("kind", known);
    model.addAttribute("kinds", DocumentKind.values());
    model.addAttribute("rows", rows);
    model.addAttribute("page", Math.max(1, page));
    model.addAttribute("pages", Math.max(1, (found.size() + PAGE - 1) / PAGE));
    model.addAttribute("count", found.size());
    model.addAttribute("search", search);
    return "documents";
  }

  @GetMapping("/organisations/{tenantId}/{kind}/{id}")
  String one(
      @PathVariable UUID tenantId, @PathVariable String kind, @PathVariable UUID id, Model model) {
    Organisation books = books(tenantId);
    Document document = books.documents(kind(kind)).get(id);
    if (document == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("books", books);
    model.addAttribute("kind", kind(kind));
    model.addAttribute("document", document);
    model.addAttribute("shown", DocumentView.full(books, document, 2, View.SINGLE, false));
    model.addAttribute(
        "json", PrettyJson.of(DocumentView.full(books, document, 2, View.SINGLE, false)));
    return "document";
  }

  private static List<Document> found(Organisation books, DocumentKind kind, String search) {
    List<Document> all = books.documents(kind).all();
    List<Document> found = new ArrayList<>();
    String lower = search.trim().toLowerCase(Locale.ROOT);
    for (int i = all.size() - 1; i >= 0; i--) {
      if (lower.isEmpty() || matches(books, all.get(i), lower)) {
        found.add(all.get(i));
      }
    }
    return found;
  }

  private static boolean matches(Organisation books, Document document, String lower) {
    return Stream.of(
            document.id().toString(),
            document.reference(),
            document.number(),
            document.url(),
            contact(books, document))
        .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(lower));
  }

  private static String contact(Organisation books, Document document) {
    Contact contact =
        document.contactId() == null ? null : books.contacts().get(document.contactId());
    return contact == null ? "" : contact.name();
  }

  private Organisation books(UUID tenantId) {
    Organisation books = organisations.get(tenantId);
    if (books == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return books;
  }

  private static DocumentKind kind(String plural) {
    return Stream.of(DocumentKind.values())
        .filter(kind -> kind.plural().equals(plural))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
