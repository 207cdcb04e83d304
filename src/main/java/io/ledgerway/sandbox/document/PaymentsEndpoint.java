package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Kept;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Batch;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /Payments}: create and delete, no edits. */
@Component
class PaymentsEndpoint implements Endpoint {

  private static final Fields<Payment> FIELDS =
      new Fields<Payment>("Payment")
          .with("PaymentID", Payment::id)
          .with("PaymentType", Payment::type)
          .with("Status", Payment::status)
          .with("Date", Payment::date)
          .with("Amount", Payment::amount)
          .with("Reference", Payment::reference)
          .with("IsReconciled", Payment::reconciled)
          .with("Invoice.InvoiceID", p -> p.ofCreditNote() ? null : p.documentId())
          .with("CreditNote.CreditNoteID", p -> p.ofCreditNote() ? p.documentId() : null)
          .with("Account.AccountID", Payment::accountId)
          .with("UpdatedDateUTC", payment -> Instant.ofEpochMilli(payment.updated()));

  @Override
  public String name() {
    return "Payments";
  }

  @Override
  public String scope() {
    return "accounting.payments";
  }

  @Override
  public Kept find(Organisation books, UUID id) {
    return books.payments().get(id);
  }

  @Override
  public Answer handle(Call call) {
    Organisation books = call.organisation();
    if (call.path().isEmpty()) {
      return call.isGet() ? list(call) : create(call);
    }
    Payment payment = books.payments().get(Ids.parse(call.path().get(0)));
    if (payment == null || call.path().size() > 1) {
      throw Refusal.notFound();
    }
    if (call.isGet()) {
      return Envelope.of(
          call, name(), List.of(PaymentView.full(books, payment, View.SINGLE)), books.now());
    }
    if (!call.isPost()) {
      throw Refusal.notImplemented();
    }
    return Batch.write(call, name(), books.now(), in -> {}, in -> delete(books, payment, in));
  }

  private Answer list(Call call) {
    Organisation books = call.organisation();
    Listing<Payment> found = Listing.of(call, books.payments().all(), FIELDS, true, true, false);
    return Envelope.of(
        call,
        name(),
        found.records().stream()
            .map(payment -> PaymentView.full(books, payment, View.PAGE))
            .toList(),
        books.now(),
        found.pagination());
  }

  private Answer create(Call call) {
    if (!call.isPut() && !call.isPost()) {
      throw Refusal.notImplemented();
    }
    Organisation books = call.organisation();
    if (call.isPost() && call.elements(name()).size() > 1) {
      throw Refusal.badRequest("POST creates one payment; use PUT for several");
    }
    return Batch.write(call, name(), books.now(), PaymentsEndpoint::shape, in -> save(books, in));
  }

  static void shape(Input in) {
    List.of("Amount", "BankAmount", "CurrencyRate").forEach(in::number);
    in.date("Date", null);
    in.bool("IsReconciled");
  }

  private static Outcome save(Organisation books, Input in) {
    synchronized (books) {
      PaymentRule rule = new PaymentRule(books);
      List<String> errors = new ArrayList<>();
      WantedPayment wanted =
          new PaymentCheck(books)
              .check(in, rule.account(in), in.date("Date", books.today()), errors);
      if (wanted != null) {
        Payment made = rule.make(wanted, null);
        return new Outcome(PaymentView.full(books, made, View.WRITE), errors, List.of());
      }
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("PaymentID", Ids.ZERO);
      DocumentView.put(shown, "Amount", in.number("Amount"));
      DocumentView.put(shown, "Reference", in.text("Reference"));
      shown.put("HasAccount", in.has("Account"));
      shown.put("HasValidationErrors", true);
      return new Outcome(shown, errors, List.of());
    }
  }

  private static Outcome delete(Organisation books, Payment payment, Input in) {
    synchronized (books) {
      Payment now = books.payments().get(payment.id());
      PaymentRule rule = new PaymentRule(books);
      List<String> errors = new ArrayList<>();
      if (!"DELETED".equals(in.text("Status"))) {
        errors.add("Payments cannot be edited; only the status DELETED can be set");
      } else if (now.isDeleted()) {
        errors.add("Payment has already been deleted");
      } else if (now.batchId() != null) {
        errors.add("Payments that belong to a batch cannot be deleted singly");
      } else if (rule.lasting(now) != null) {
        errors.add(rule.lasting(now));
      }
      Payment after = errors.isEmpty() ? rule.delete(now) : now;
      return new Outcome(PaymentView.full(books, after, View.WRITE), errors, List.of());
    }
  }
}
