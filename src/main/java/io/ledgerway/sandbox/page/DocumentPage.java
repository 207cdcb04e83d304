package io.ledgerway.sandbox.page;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.Attachments;
import io.ledgerway.sandbox.books.Notes;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.calls.CallLog;
import io.ledgerway.sandbox.calls.LoggedCall;
import io.ledgerway.sandbox.document.Allocated;
import io.ledgerway.sandbox.document.Document;
import io.ledgerway.sandbox.document.DocumentKind;
import io.ledgerway.sandbox.document.DocumentView;
import io.ledgerway.sandbox.document.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One document whole, with what hangs on it: payments, allocations, files, notes, history. */
@Controller
class DocumentPage {

  private static final int MOST_CALLS = 50;

  record PaymentRow(Payment payment, String account) {}

  record FileRow(String name, String contentType, int bytes) {
    static FileRow of(Attachments.File file) {
      return new FileRow(file.name(), file.contentType(), file.content().length);
    }
  }

  record NoteRow(Instant time, String changes, String details) {
    static NoteRow of(Notes.Note note) {
      return new NoteRow(Instant.ofEpochMilli(note.time()), note.changes(), note.details());
    }
  }

  private final Addressed addressed;
  private final CallLog log;
  private final Names names;

  DocumentPage(Addressed addressed, CallLog log, Names names) {
    this.addressed = addressed;
    this.log = log;
    this.names = names;
  }

  @GetMapping("/organisations/{tenantId}/{plural}/{id}")
  String show(
      @PathVariable UUID tenantId,
      @PathVariable String plural,
      @PathVariable UUID id,
      Model model) {
    Organisation books = addressed.books(tenantId);
    DocumentKind kind = addressed.kind(plural);
    Document document = addressed.document(books, kind, id);
    Map<String, Object> shown = DocumentView.full(books, document, 2, View.SINGLE, false);
    model.addAttribute("books", books);
    model.addAttribute("kind", kind);
    model.addAttribute("document", document);
    model.addAttribute("facts", new DocumentHead(books, kind, document).facts());
    model.addAttribute("lines", shown.getOrDefault("LineItems", shown.get("JournalLines")));
    model.addAttribute("payments", payments(books, id));
    model.addAttribute("allocations", Allocated.of(books, document));
    model.addAttribute("files", books.attachments().of(id).stream().map(FileRow::of).toList());
    model.addAttribute("notes", books.notes().of(id).stream().map(NoteRow::of).toList());
    model.addAttribute("calls", calls(tenantId, id));
    model.addAttribute("names", names.byId());
    model.addAttribute("json", PrettyJson.of(shown));
    return "document";
  }

  private static List<PaymentRow> payments(Organisation books, UUID documentId) {
    return books.payments().all().stream()
        .filter(payment -> payment.documentId().equals(documentId))
        .map(payment -> new PaymentRow(payment, name(books.accounts().get(payment.accountId()))))
        .toList();
  }

  private static String name(Account account) {
    return account == null ? "" : account.name();
  }

  /** What was asked of it or done to it by its id; it was made by a call without one. */
  private List<LoggedCall> calls(UUID tenantId, UUID id) {
    return log.find(tenantId, null, null, null, Integer.MAX_VALUE).stream()
        .filter(call -> call.path().contains(id.toString()))
        .limit(MOST_CALLS)
        .toList();
  }
}
