package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.BatchPayment;
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
import io.ledgerway.sandbox.http.XeroDates;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code /BatchPayments}: all payments of a batch are made, or none. */
@Component
class BatchPaymentsEndpoint implements Endpoint {

  private static final Fields<BatchPayment> FIELDS =
      new Fields<BatchPayment>("BatchPayment")
          .with("BatchPaymentID", BatchPayment::id)
          .with("Type", BatchPayment::type)
          .with("Status", BatchPayment::status)
          .with("Date", BatchPayment::date)
          .with("Reference", BatchPayment::reference)
          .with("TotalAmount", BatchPayment::total)
          .with("UpdatedDateUTC", batch -> Instant.ofEpochMilli(batch.updated()));

  @Override
  public String name() {
    return "BatchPayments";
  }

  @Override
  public String scope() {
    return "accounting.payments";
  }

  @Override
  public Kept find(Organisation books, UUID id) {
    return books.batchPayments().get(id);
  }

  @Override
  public Answer handle(Call call) {
    Organisation books = call.organisation();
    BatchPayment named =
        call.path().isEmpty() ? null : books.batchPayments().get(Ids.parse(call.path().get(0)));
    if (call.path().size() > 1 || (!call.path().isEmpty() && named == null)) {
      throw Refusal.notFound();
    }
    if (call.isGet()) {
      List<BatchPayment> found =
          named != null
              ? List.of(named)
              : Listing.of(call, books.batchPayments().all(), FIELDS, true, false, false).records();
      return Envelope.of(
          call, name(), found.stream().map(batch -> show(books, batch)).toList(), books.now());
    }
    if (call.isPut() && named == null) {
      return Batch.write(call, name(), books.now(), in -> {}, in -> create(books, in));
    }
    if (call.isPost()) {
      return Batch.write(call, name(), books.now(), in -> {}, in -> delete(books, named, in));
    }
    throw Refusal.notImplemented();
  }

  private static Outcome create(Organisation books, Input in) {
    synchronized (books) {
      PaymentRule rule = new PaymentRule(books);
      Account account = rule.account(in);
      LocalDate date = in.date("Date", books.today());
      UUID id = UUID.randomUUID();
      List<String> errors = new ArrayList<>();
      List<Payment> made = new ArrayList<>();
      List<Input> wanted = in.list("Payments");
      if (wanted == null || wanted.isEmpty()) {
        errors.add("At least one payment must be specified");
      } else {
        for (Input one : wanted) {
          Payment payment = rule.create(one, account, date, id, errors);
          if (payment == null) {
            break;
          }
          made.add(payment);
        }
      }
      if (!errors.isEmpty()) {
        made.forEach(
            payment -> {
              rule.delete(payment);
              books.payments().remove(payment.id());
            });
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("BatchPaymentID", Ids.ZERO);
        return new Outcome(shown, errors, List.of());
      }
      BigDecimal total =
          made.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      BatchPayment batch =
          new BatchPayment(
              id,
              made.get(0).type().startsWith("ACCREC") ? "RECBATCH" : "PAYBATCH",
              account.id(),
              date,
              in.text("Reference"),
              in.text("Details"),
              in.text("Narrative"),
              made.stream().map(Payment::id).toList(),
              total,
              "AUTHORISED",
              books.change());
      books.batchPayments().put(batch);
      return new Outcome(show(books, batch), errors, List.of());
    }
  }

  private static Outcome delete(Organisation books, BatchPayment named, Input in) {
    synchronized (books) {
      UUID id = named != null ? named.id() : in.uuid("BatchPaymentID");
      BatchPayment batch = id == null ? null : books.batchPayments().get(id);
      if (batch == null) {
        throw Refusal.notFound();
      }
      List<String> errors = new ArrayList<>();
      if (!"DELETED".equals(in.text("Status"))) {
        errors.add("Batch payments cannot be edited; only the status DELETED can be set");
      } else if (batch.status().equals("DELETED")) {
        errors.add("Batch payment has already been deleted");
      } else {
        PaymentRule rule = new PaymentRule(books);
        batch.paymentIds().forEach(paymentId -> rule.delete(books.payments().get(paymentId)));
        batch = batch.deleted(books.change());
        books.batchPayments().put(batch);
      }
      return new Outcome(show(books, batch), errors, List.of());
    }
  }

  private static Map<String, Object> show(Organisation books, BatchPayment batch) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("BatchPaymentID", batch.id());
    shown.put("Account", Map.of("AccountID", batch.accountId()));
    DocumentView.put(shown, "Reference", batch.reference());
    DocumentView.put(shown, "Details", batch.details());
    DocumentView.put(shown, "Narrative", batch.narrative());
    shown.put("DateString", batch.date().toString());
    shown.put("Date", XeroDates.show(batch.date()));
    shown.put(
        "Payments",
        batch.paymentIds().stream()
            .map(id -> PaymentView.full(books, books.payments().get(id)))
            .toList());
    shown.put("Type", batch.type());
    shown.put("Status", batch.status());
    shown.put("TotalAmount", batch.total());
    shown.put("UpdatedDateUTC", XeroDates.show(batch.updated()));
    shown.put("IsReconciled", false);
    return shown;
  }
}
