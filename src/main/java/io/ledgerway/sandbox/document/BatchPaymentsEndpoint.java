package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.BatchPayment;
import io.ledgerway.sandbox.books.Kept;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.http.Answer;
import io.ledgerway.sandbox.http.Batch;
import io.ledgerway.sandbox.http.Call;
import io.ledgerway.sandbox.http.Endpoint;
import io.ledgerway.sandbox.http.Envelope;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Refusal;
import io.ledgerway.sandbox.http.XeroDates;
import io.ledgerway.sandbox.query.Fields;
import io.ledgerway.sandbox.query.Listing;
import java.time.Instant;
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
    BatchPaymentWriter writer = new BatchPaymentWriter(books);
    if (call.isPut() && named == null) {
      return Batch.write(call, name(), books.now(), BatchPaymentsEndpoint::shape, writer::create);
    }
    if (call.isPost()) {
      return Batch.write(
          call, name(), books.now(), BatchPaymentsEndpoint::shape, in -> writer.delete(named, in));
    }
    throw Refusal.notImplemented();
  }

  private static void shape(Input in) {
    in.date("Date", null);
    in.uuid("BatchPaymentID");
    List<Input> payments = in.list("Payments");
    if (payments != null) {
      payments.forEach(PaymentsEndpoint::shape);
    }
  }

  static Map<String, Object> show(Organisation books, BatchPayment batch) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("BatchPaymentID", batch.id());
    shown.put("Account", Map.of("AccountID", batch.accountId()));
    DocumentView.put(shown, "Reference", batch.reference());
    shown.putAll(batch.narratives());
    shown.put("DateString", batch.date().toString());
    shown.put("Date", XeroDates.show(batch.date()));
    shown.put(
        "Payments",
        batch.paymentIds().stream()
            .map(id -> PaymentView.full(books, books.payments().get(id), View.PAGE))
            .toList());
    shown.put("Type", batch.type());
    shown.put("Status", batch.status());
    shown.put("TotalAmount", batch.total());
    shown.put("UpdatedDateUTC", XeroDates.show(batch.updated()));
    shown.put("IsReconciled", false);
    return shown;
  }
}
