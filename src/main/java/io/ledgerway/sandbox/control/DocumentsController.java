package io.ledgerway.sandbox.control;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Organisations;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands in the books, for those who count. */
@RestController
@RequestMapping("/sandbox/documents")
class DocumentsController {

  /** Documents of one type, without deleted and voided ones. */
  record Sum(UUID tenantId, String kind, String type, long count, BigDecimal total) {}

  record Brief(
      UUID id,
      UUID tenantId,
      String type,
      String number,
      String reference,
      String url,
      BigDecimal total,
      String currency,
      UUID contactId,
      String status,
      LocalDate date) {}

  private final Organisations organisations;

  DocumentsController(Organisations organisations) {
    this.organisations = organisations;
  }

  @GetMapping
  Collection<Sum> sums(@RequestParam(required = false) UUID tenantId) {
    Map<String, Sum> sums = new TreeMap<>();
    for (Organisation books : chosen(tenantId)) {
      for (DocumentKind kind : DocumentKind.values()) {
        for (Document document : books.documents(kind).all()) {
          if (!document.isGone()) {
            sums.merge(
                books.tenantId() + kind.plural() + document.type(),
                new Sum(books.tenantId(), kind.plural(), document.type(), 1, document.total()),
                (a, b) ->
                    new Sum(
                        a.tenantId(),
                        a.kind(),
                        a.type(),
                        a.count() + b.count(),
                        a.total().add(b.total())));
          }
        }
      }
    }
    return sums.values();
  }

  /**
   * @param kind such as {@code BankTransactions}
   */
  @GetMapping("/{kind}")
  List<Brief> list(@PathVariable String kind, @RequestParam(required = false) UUID tenantId) {
    DocumentKind known =
        Arrays.stream(DocumentKind.values())
            .filter(one -> one.plural().equalsIgnoreCase(kind))
            .findFirst()
            .orElse(null);
    Known.orMissing(known, "kind of document", kind);
    List<Brief> all = new ArrayList<>();
    for (Organisation books : chosen(tenantId)) {
      for (Document document : books.documents(known).all()) {
        all.add(brief(books, document));
      }
    }
    return all;
  }

  private Collection<Organisation> chosen(UUID tenantId) {
    return tenantId == null
        ? organisations.all()
        : List.of(Known.organisation(organisations, tenantId));
  }

  private static Brief brief(Organisation books, Document document) {
    return new Brief(
        document.id(),
        books.tenantId(),
        document.type(),
        document.number(),
        document.reference(),
        document.url(),
        document.total(),
        document.currency(),
        document.contactId(),
        document.status(),
        document.date());
  }
}
