package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * {@code PUT /CreditNotes/{id}/Allocations}, xero-api.md 4.10, and {@code DELETE} of one of them,
 * which answers it bare (xero_accounting.yaml, deleteCreditNoteAllocations).
 */
final class AllocationWriter {

  private final Call call;
  private final Organisation books;
  private final UUID noteId;

  AllocationWriter(Call call, Document note) {
    this.call = call;
    this.books = call.organisation();
    this.noteId = note.id;
  }

  Answer write() {
    synchronized (books) {
      List<Map<String, Object>> shown = new ArrayList<>();
      for (Input in : call.elements("Allocations")) {
        shown.add(allocate(in).show());
      }
      return Envelope.of(call, "Allocations", shown, books.now());
    }
  }

  Answer delete(UUID allocationId) {
    synchronized (books) {
      Document note = books.documents(DocumentKind.CREDIT_NOTE).get(noteId);
      Allocation gone =
          note.allocations.stream()
              .filter(one -> one.id().equals(allocationId))
              .findFirst()
              .orElseThrow(Refusal::notFound);
      Document invoice = books.documents(DocumentKind.INVOICE).get(gone.invoiceId());
      BigDecimal back = gone.amount().negate();
      Document changedNote = Settlement.credited(books, note, back, gone.date());
      changedNote.allocations =
          note.allocations.stream().filter(one -> one != gone).collect(Collectors.toList());
      books.documents(DocumentKind.CREDIT_NOTE).put(changedNote);
      books
          .documents(DocumentKind.INVOICE)
          .put(Settlement.credited(books, invoice, back, gone.date()));
      Map<String, Object> shown = gone.show();
      shown.put("IsDeleted", true);
      return Answer.json(200, shown);
    }
  }

  private Allocation allocate(Input in) {
    Document note = books.documents(DocumentKind.CREDIT_NOTE).get(noteId);
    Input named = in.object("Invoice");
    UUID invoiceId = named == null ? null : named.uuid("InvoiceID");
    Document invoice =
        invoiceId == null ? null : books.documents(DocumentKind.INVOICE).get(invoiceId);
    BigDecimal amount = in.number("Amount");
    if (!note.status.equals("AUTHORISED")) {
      throw refused("Credit notes can only be allocated when they are Authorised");
    }
    if (invoice == null || !note.type.equals(invoice.type + "CREDIT")) {
      throw refused("An existing Invoice with the specified InvoiceID could not be found");
    }
    if (!invoice.status.equals("AUTHORISED")) {
      throw refused("Credit notes can only be allocated to Authorised invoices");
    }
    if (amount == null || amount.signum() <= 0) {
      throw refused("Amount must be greater than zero");
    }
    if (amount.compareTo(note.amountDue()) > 0 || amount.compareTo(invoice.amountDue()) > 0) {
      throw refused("Credit Note cannot be allocated as amount is greater than amount outstanding");
    }
    Allocation allocation =
        new Allocation(
            UUID.randomUUID(),
            invoice.id,
            invoice.number,
            Money.cents(amount),
            in.date("Date", books.today()));
    Document changedNote = Settlement.credited(books, note, allocation.amount(), allocation.date());
    changedNote.allocations = new ArrayList<>(note.allocations);
    changedNote.allocations.add(allocation);
    books.documents(DocumentKind.CREDIT_NOTE).put(changedNote);
    books
        .documents(DocumentKind.INVOICE)
        .put(Settlement.credited(books, invoice, allocation.amount(), allocation.date()));
    return allocation;
  }

  private static Refusal refused(String message) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("ValidationErrors", List.of(Map.of("Message", message)));
    return Refusal.validation(List.of(shown));
  }
}
