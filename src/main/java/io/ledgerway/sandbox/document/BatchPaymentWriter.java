package io.ledgerway.sandbox.document;

import io.ledgerway.sandbox.books.Account;
import io.ledgerway.sandbox.books.BatchPayment;
import io.ledgerway.sandbox.books.Country;
import io.ledgerway.sandbox.books.Organisation;
import io.ledgerway.sandbox.books.Payment;
import io.ledgerway.sandbox.http.Ids;
import io.ledgerway.sandbox.http.Input;
import io.ledgerway.sandbox.http.Outcome;
import io.ledgerway.sandbox.http.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes all payments of a batch or none, and deletes all of them together (xero-api.md 4.9). */
final class BatchPaymentWriter {

  private final Organisation books;
  private final PaymentRule rule;

  BatchPaymentWriter(Organisation books) {
    this.books = books;
    this.rule = new PaymentRule(books);
  }

  Outcome create(Input in) {
    synchronized (books) {
      List<String> errors = new ArrayList<>();
      Account account = rule.account(in);
      LocalDate date = in.date("Date", books.today());
      Map<String, String> narratives = narratives(in, errors);
      List<WantedPayment> wanted = wanted(in, account, date, errors);
      if (!errors.isEmpty()) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("BatchPaymentID", Ids.ZERO);
        return new Outcome(shown, errors, List.of());
      }
      UUID id = UUID.randomUUID();
      List<Payment> made = wanted.stream().map(one -> rule.make(one, id)).toList();
      BatchPayment batch =
          new BatchPayment(
              id,
              wanted.get(0).document().isSale() ? "RECBATCH" : "PAYBATCH",
              account.id(),
              date,
              in.text("Reference"),
              narratives,
              made.stream().map(Payment::id).toList(),
              made.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
              "AUTHORISED",
              books.change());
      books.batchPayments().put(batch);
      return new Outcome(BatchPaymentsEndpoint.show(books, batch), errors, List.of());
    }
  }

  private List<WantedPayment> wanted(
      Input in, Account account, LocalDate date, List<String> errors) {
    List<Input> inputs = in.list("Payments");
    if (inputs == null || inputs.isEmpty()) {
      errors.add("At least one payment must be specified");
      return List.of();
    }
    PaymentCheck check = new PaymentCheck(books);
    List<WantedPayment> all = new ArrayList<>();
    Map<UUID, BigDecimal> paid = new HashMap<>();
    for (Input one : inputs) {
      WantedPayment wanted = check.check(one, account, date, errors);
      if (wanted == null) {
        return List.of();
      }
      Document document = wanted.document();
      if (paid.merge(document.id, wanted.amount(), BigDecimal::add).compareTo(document.amountDue())
          > 0) {
        errors.add(PaymentCheck.TOO_MUCH);
      }
      all.add(wanted);
    }
    boolean sale = all.get(0).document().isSale();
    if (all.stream().anyMatch(one -> one.document().isSale() != sale)) {
      errors.add("A batch payment is either of bills or of sales invoices");
    }
    return all;
  }

  /** What goes to the bank, by country; fields of other countries are dropped. */
  private Map<String, String> narratives(Input in, List<String> errors) {
    Map<String, String> all = new LinkedHashMap<>();
    longest(books.country())
        .forEach(
            (name, longest) -> {
              String text = in.text(name);
              if (text != null && text.length() > longest) {
                errors.add(
                    "%s is too long. Maximum of %d characters allowed".formatted(name, longest));
              } else if (text != null) {
                all.put(name, text);
              }
            });
    return all;
  }

  private static Map<String, Integer> longest(Country country) {
    return switch (country) {
      case NZ -> Map.of("Particulars", 12, "Code", 12);
      case UK -> Map.of("Details", 18, "Narrative", 18);
      default -> Map.of("Details", 18);
    };
  }

  Outcome delete(BatchPayment named, Input in) {
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
        List<Payment> payments =
            batch.paymentIds().stream().map(payment -> books.payments().get(payment)).toList();
        payments.stream()
            .map(rule::lasting)
            .filter(reason -> reason != null)
            .findFirst()
            .ifPresent(errors::add);
        if (errors.isEmpty()) {
          payments.forEach(rule::delete);
          batch = batch.deleted(books.change());
          books.batchPayments().put(batch);
        }
      }
      return new Outcome(BatchPaymentsEndpoint.show(books, batch), errors, List.of());
    }
  }
}
