package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What a person looks for first on a document, by name; what it does not have is left out. */
final class DocumentHead {

  private final Organisation books;
  private final DocumentKind kind;
  private final Document document;
  private final Map<String, String> facts = new LinkedHashMap<>();

  DocumentHead(Organisation books, DocumentKind kind, Document document) {
    this.books = books;
    this.kind = kind;
    this.document = document;
  }

  Map<String, String> facts() {
    add("Number", document.number());
    add("Contact", Addressed.contact(books, document));
    add("Bank account", account(document.bankAccountId()));
    add("Reference", document.reference());
    add("Date", document.date());
    add("Due", document.dueDate());
    add("Paid in full", document.fullyPaidOn());
    add("Total", money(document.total()));
    if (kind == DocumentKind.INVOICE || kind == DocumentKind.CREDIT_NOTE) {
      add("Amount paid", money(document.amountPaid()));
      add("Credited", money(document.amountCredited()));
      add(kind == DocumentKind.INVOICE ? "Amount due" : "Left", money(document.amountDue()));
    }
    add("Url", document.url());
    add("Changed (UTC)", Instant.ofEpochMilli(document.updated()).truncatedTo(ChronoUnit.SECONDS));
    add("Id", document.id());
    return facts;
  }

  private String account(UUID id) {
    Account account = id == null ? null : books.accounts().get(id);
    return account == null
        ? null
        : account.code() == null ? account.name() : account.code() + " " + account.name();
  }

  private String money(BigDecimal amount) {
    return amount.toPlainString() + " " + document.currency();
  }

  private void add(String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      facts.put(name, value.toString());
    }
  }
}
