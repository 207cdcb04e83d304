package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of one organisation, the newest first. */
@Controller
class DocumentsPage {

  private static final int PAGE = 50;

  record Row(Document document, String contact) {}

  private final Addressed addressed;

  DocumentsPage(Addressed addressed) {
    this.addressed = addressed;
  }

  @GetMapping("/organisations/{tenantId}/{kind}")
  String list(
      @PathVariable UUID tenantId,
      @PathVariable String kind,
      @RequestParam(defaultValue = "1") int page,
      @RequestParam(defaultValue = "") String search,
      Model model) {
    Organisation books = addressed.books(tenantId);
    DocumentKind known = addressed.kind(kind);
    List<Document> found = found(books, known, search);
    int first = Math.min(Math.max(0, (page - 1) * PAGE), found.size());
    List<Row> rows =
        found.subList(first, Math.min(first + PAGE, found.size())).stream()
            .map(document -> new Row(document, Addressed.contact(books, document)))
            .toList();
    model.addAttribute("books", books);
    model.addAttribute("kind", known);
    model.addAttribute("kinds", DocumentKind.values());
    model.addAttribute("counts", counts(books));
    model.addAttribute("rows", rows);
    model.addAttribute("page", Math.max(1, page));
    model.addAttribute("pages", Math.max(1, (found.size() + PAGE - 1) / PAGE));
    model.addAttribute("count", found.size());
    model.addAttribute("search", search);
    return "documents";
  }

  private static Map<DocumentKind, Integer> counts(Organisation books) {
    Map<DocumentKind, Integer> counts = new EnumMap<>(DocumentKind.class);
    for (DocumentKind kind : DocumentKind.values()) {
      counts.put(kind, books.documents(kind).all().size());
    }
    return counts;
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
    Stream<String> texts =
        Stream.of(
            document.id().toString(),
            document.type(),
            document.status(),
            document.reference(),
            document.number(),
            document.url(),
            document.total().toPlainString(),
            String.valueOf(document.date()),
            Addressed.contact(books, document));
    return Stream.concat(texts, document.descriptions())
        .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(lower));
  }
}
