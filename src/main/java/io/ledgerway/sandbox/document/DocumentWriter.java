package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Contact;
import io.ledgerway.sandbox.books.Doubt;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the documents of one call. PUT always makes a new one; POST changes the one it names. */
final class DocumentWriter {

  private final Call call;
  private final Organisation books;
  private final DocumentKind kind;
  private final Document named;

  /**
   * @param named the document of the path, or null
   */
  DocumentWriter(Call call, DocumentKind kind, Document named) {
    this.call = call;
    this.books = call.organisation();
    this.kind = kind;
    this.named = named;
  }

  Outcome write(Input in) {
    synchronized (books) {
      Findings findings = new Findings();
      Document before = before(in, findings);
      String locked = before == null ? null : DateRule.lockedEdit(books, before);
      if (locked != null) {
        return dropped(before, locked);
      }
      Document document =
          kind == DocumentKind.MANUAL_JOURNAL
              ? new JournalReader(books, findings).read(in, before)
              : new DocumentReader(call, findings).read(kind, in, before);
      if (before != null) {
        EditRule.check(before, document, findings);
      }
      if (!findings.none()) {
        document.id = before == null ? Ids.ZERO : before.id;
        document.updated = before == null ? books.now() : before.updated;
        return refused(document, before, in, findings);
      }
      if (call.corrupt()) {
        Corruption.apply(books, document);
      }
      document.updated =
          before != null && EditRule.unseen(books, before, document)
              ? before.updated
              : books.change();
      document.createdBy = before == null ? call.clientId() : before.createdBy;
      books.documents(kind).put(document);
      markContact(document);
      if (before != null && document.updated != before.updated) {
        touchPayments(document);
      }
      if (kind == DocumentKind.INVOICE || kind == DocumentKind.CREDIT_NOTE) {
        books.tell(kind.name().replace("_", ""), before == null, document.id);
      }
      return outcome(document, before != null, findings);
    }
  }

  private Document before(Input in, Findings findings) {
    if (named != null || call.isPut()) {
      return named;
    }
    UUID id = in.uuid(kind.idName());
    if (id != null) {
      Document found = books.documents(kind).get(id);
      if (found == null) {
        findings.error(
            "An existing %s with the specified %s could not be found"
                .formatted(kind.title(), kind.idName()));
      }
      return found;
    }
    // A known number of a sales document or an order edits it, xero-api.md 4.6.
    String number = kind.numberName() == null ? null : in.text(kind.numberName());
    boolean byNumber =
        kind == DocumentKind.PURCHASE_ORDER || in.text("Type", "").startsWith("ACCREC");
    if (number == null || !byNumber) {
      return null;
    }
    Document found = books.documents(kind).find(number);
    if (found == null) {
      checkGone(number, findings);
    }
    return found;
  }

  /** The number of one that is gone is neither edited nor given again (xero-api.md 7.2, 3, 6). */
  private void checkGone(String number, Findings findings) {
    List<String> statuses =
        books.documents(kind).all().stream()
            .filter(document -> number.equalsIgnoreCase(document.number))
            .filter(document -> kind != DocumentKind.INVOICE || document.isSale())
            .map(document -> document.status)
            .toList();
    if (kind == DocumentKind.PURCHASE_ORDER && statuses.contains("DELETED")) {
      findings.error(StatusRule.ORDER_STATUS);
      findings.error(StatusRule.DELETED_ORDER);
    }
    if (kind == DocumentKind.INVOICE
        && statuses.contains("VOIDED")
        && !books.is(Doubt.NUMBERS_OF_VOIDED_INVOICES_ARE_FREE)) {
      findings.error("Invoice not of valid status for modification");
    }
  }

  private Outcome refused(Document document, Document before, Input in, Findings findings) {
    Outcome refused = outcome(document, before != null, findings);
    if (findings.contact != null) {
      refused.shown().put("Contact", findings.contact);
    }
    if (kind.isBank()) {
      refused.shown().put("BankAccount", sentAccount(in));
    }
    return before == null ? refused : Echo.of(kind, in, refused);
  }

  private void touchPayments(Document document) {
    if (document.amountPaid.signum() != 0) {
      books.payments().all().stream()
          .filter(payment -> payment.documentId().equals(document.id) && !payment.isDeleted())
          .forEach(payment -> books.payments().put(payment.touched(document.updated)));
    }
  }

  private void markContact(Document document) {
    if (kind == DocumentKind.INVOICE) {
      Contact contact = books.contacts().get(document.contactId);
      boolean sale = document.isSale();
      if (sale ? !contact.customer() : !contact.supplier()) {
        books.contacts().put(contact.marked(!sale, sale));
      }
    }
  }

  /**
   * The call succeeds, nothing is changed, and only the element says so (xero-api.md 7, item 3).
   */
  private Outcome dropped(Document before, String reason) {
    Map<String, Object> shown = full(before, true, false);
    shown.put("ValidationErrors", List.of(Map.of("Message", reason)));
    return new Outcome(shown, List.of(), List.of());
  }

  private Map<String, Object> full(Document document, boolean changed, boolean failed) {
    View view = View.ofWrite(kind, changed);
    return DocumentView.full(books, document, call.unitDecimals(), view, failed);
  }

  /** A refused bank transaction shows the bank account as it was sent, not as it was found. */
  private static Map<String, Object> sentAccount(Input in) {
    Input sent = in.object("BankAccount");
    Map<String, Object> shown = new LinkedHashMap<>();
    UUID id = sent == null ? null : sent.uuid("AccountID");
    shown.put("AccountID", id == null ? Ids.ZERO : id);
    DocumentView.put(shown, "Code", sent == null ? null : sent.text("Code"));
    shown.put("HasAttachments", false);
    shown.put("ValidationErrors", List.of());
    return shown;
  }

  private Outcome outcome(Document document, boolean changed, Findings findings) {
    return new Outcome(
        full(document, changed, !findings.none()), findings.errors, List.copyOf(findings.warnings));
  }
}
