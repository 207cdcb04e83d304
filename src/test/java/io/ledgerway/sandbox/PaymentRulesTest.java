package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.creditNote;
import static io.ledgerway.sandbox.Bodies.payment;
import static io.ledgerway.sandbox.Bodies.sale;
import static io.ledgerway.sandbox.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payments, batches of them, and credit notes: xero-api.md 4.9 and 4.10. */
@ExtendWith(SandboxExtension.class)
class PaymentRulesTest {

  private Clerk clerk;
  private XeroCalls xero;
  private JsonNode bill;
  private String billId;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
    bill = clerk.good("Invoices", bill(clerk.ada(), "B", "100.00"));
    billId = Clerk.id("Invoices", bill);
  }

  @Test
  void a_payment_lowers_what_is_due_raises_what_is_paid_and_pays_the_bill_at_zero__doc() {
    clerk.good("Payments", payment(billId, "15.00"));
    assertThat(now("AmountDue")).isEqualByComparingTo("100.00");
    assertThat(now("AmountPaid")).isEqualByComparingTo("15.00");
    assertThat(clerk.read("Invoices", bill).get("Status").asText()).isEqualTo("AUTHORISED");
    clerk.good("Payments", payment(billId, "100.00"));
    assertThat(now("AmountDue")).isEqualByComparingTo("0");
    assertThat(clerk.read("Invoices", bill).get("Status").asText()).isEqualTo("PAID");
    assertThat(clerk.read("Invoices", bill).get("Payments")).hasSize(2);
  }

  @Test
  void a_payment_moves_the_change_date_of_its_bill__doc() {
    xero.advance("PT5S");
    clerk.good("Payments", payment(billId, "15.00"));
    assertThat(clerk.read("Invoices", bill).get("UpdatedDateUTC"))
        .isNotEqualTo(bill.get("UpdatedDateUTC"));
  }

  @Test
  void a_payment_is_of_exactly_one_document__doc() {
    assertThat(clerk.error("Payments", with(payment(billId, "1.00"), "Invoice", null)))
        .isNotEmpty();
    assertThat(
            clerk.error(
                "Payments",
                with(payment(billId, "1.00"), "CreditNote", Map.of("CreditNoteNumber", "C"))))
        .isNotEmpty();
    assertThat(
            clerk.error(
                "Payments",
                with(payment(billId, "1.00"), "Prepayment", Map.of("PrepaymentID", billId))))
        .isNotEmpty();
  }

  @Test
  void an_account_with_payments_enabled_does_as_well_as_a_bank_account__doc() {
    Map<String, Object> payment = with(payment(billId, "1.00"), "Account", Map.of("Code", "835"));
    assertThat(clerk.error("Payments", payment)).isNotEmpty();
    clerk.person("PATCH", "accounts/835", Map.of("EnablePaymentsToAccount", true));
    assertThat(clerk.error("Payments", payment)).isEmpty();
  }

  @Test
  void an_amount_must_be_above_zero_and_a_date_open__doc() {
    assertThat(clerk.error("Payments", payment(billId, "0.00"))).isNotEmpty();
    assertThat(clerk.error("Payments", payment(billId, "-1.00"))).isNotEmpty();
    clerk.set("periodLockDate", "2026-04-01");
    assertThat(clerk.error("Payments", payment(billId, "1.00")))
        .startsWith("The document date cannot be before the period lock date");
  }

  @Test
  void put_creates_many_and_post_creates_one__spec() {
    Reply many =
        xero.put("Payments", all("Payments", payment(billId, "1.00"), payment(billId, "2.00")));
    assertThat(many.at("/Payments")).hasSize(2);
    assertThat(xero.post("Payments", payment(billId, "3.00")).at("/Payments")).hasSize(1);
    assertThat(
            xero.post("Payments", all("Payments", payment(billId, "1.00"), payment(billId, "2.00")))
                .status())
        .isEqualTo(400);
    assertThat(now("AmountPaid")).isEqualByComparingTo("6.00");
  }

  @Test
  void a_payment_is_never_edited_and_deleted_once_which_undoes_it__doc() {
    JsonNode payment = clerk.good("Payments", payment(billId, "115.00"));
    String path = "Payments/" + Clerk.id("Payments", payment);
    assertThat(xero.post(path, Map.of("Reference", "x")).status()).isEqualTo(400);
    assertThat(xero.post(path, Map.of("Status", "DELETED")).at("/Payments/0/Status").asText())
        .isEqualTo("DELETED");
    assertThat(xero.post(path, Map.of("Status", "DELETED")).status()).isEqualTo(400);
    assertThat(now("AmountDue")).isEqualByComparingTo("115.00");
    assertThat(clerk.read("Invoices", bill).get("Status").asText()).isEqualTo("AUTHORISED");
    assertThat(xero.get("Payments").at("/Payments/0/Status").asText()).isEqualTo("DELETED");
  }

  @Test
  void a_payment_in_a_locked_period_is_not_deleted__unverified() {
    JsonNode payment = clerk.good("Payments", payment(billId, "115.00"));
    clerk.set("periodLockDate", "2026-04-01");
    assertThat(
            xero.post("Payments/" + Clerk.id("Payments", payment), Map.of("Status", "DELETED"))
                .status())
        .isEqualTo(400);
  }

  @Test
  void the_bank_amount_is_in_the_banks_currency_and_may_be_set__doc() {
    JsonNode dollars =
        clerk.good("Invoices", with(bill(clerk.ada(), "D", "100.00"), "CurrencyCode", "USD"));
    String id = Clerk.id("Invoices", dollars);
    Map<String, Object> half = with(payment(id, "10.00"), "CurrencyRate", "0.5");
    JsonNode computed = clerk.good("Payments", half);
    assertThat(computed.get("BankAmount").decimalValue()).isEqualByComparingTo("20.00");
    assertThat(computed.get("CurrencyRate").decimalValue()).isEqualByComparingTo("0.5");
    JsonNode same = clerk.good("Payments", with(half, "Account", Map.of("Code", "088")));
    assertThat(same.get("BankAmount").decimalValue()).isEqualByComparingTo("10.00");
    JsonNode set = clerk.good("Payments", with(half, "BankAmount", "19.99"));
    assertThat(set.get("BankAmount").decimalValue()).isEqualByComparingTo("19.99");
  }

  @Test
  void a_batch_pays_all_or_nothing__spec() {
    JsonNode other = clerk.good("Invoices", bill(clerk.ada(), "C", "10.00"));
    String otherId = Clerk.id("Invoices", other);
    xero.advance("PT5S");
    assertThat(clerk.error("BatchPayments", batch(billId, "115.00", otherId, "99.00")))
        .isEqualTo("Payment amount exceeds the amount outstanding on this document");
    assertThat(clerk.error("BatchPayments", batch(billId, "60.00", billId, "60.00")))
        .isEqualTo("Payment amount exceeds the amount outstanding on this document");
    assertThat(now("AmountPaid")).isEqualByComparingTo("0");
    assertThat(clerk.read("Invoices", bill).get("UpdatedDateUTC"))
        .isEqualTo(bill.get("UpdatedDateUTC"));

    JsonNode made = clerk.good("BatchPayments", batch(billId, "115.00", otherId, "11.50"));
    assertThat(made.get("Type").asText()).isEqualTo("PAYBATCH");
    assertThat(made.get("TotalAmount").decimalValue()).isEqualByComparingTo("126.50");
    assertThat(clerk.read("Invoices", other).get("Status").asText()).isEqualTo("PAID");
  }

  @Test
  void a_payment_of_a_batch_is_deleted_with_the_batch_only__doc() {
    JsonNode batch = clerk.good("BatchPayments", batch(billId, "115.00"));
    String payment = batch.at("/Payments/0/PaymentID").asText();
    assertThat(xero.post("Payments/" + payment, Map.of("Status", "DELETED")).status())
        .isEqualTo(400);
    String id = Clerk.id("BatchPayments", batch);
    assertThat(
            clerk
                .post("BatchPayments", Map.of("BatchPaymentID", id, "Status", "DELETED"))
                .get("Status")
                .asText())
        .isEqualTo("DELETED");
    assertThat(now("AmountDue")).isEqualByComparingTo("115.00");
    assertThat(xero.get("Payments/" + payment).at("/Payments/0/Status").asText())
        .isEqualTo("DELETED");
  }

  @Test
  void a_batch_of_sales_is_received_and_mixes_with_no_bills__spec() {
    JsonNode sale = clerk.good("Invoices", sale(clerk.ada(), "S", "10.00"));
    String saleId = Clerk.id("Invoices", sale);
    assertThat(clerk.error("BatchPayments", batch(billId, "1.00", saleId, "1.00"))).isNotEmpty();
    assertThat(clerk.good("BatchPayments", batch(saleId, "1.00")).get("Type").asText())
        .isEqualTo("RECBATCH");
  }

  @Test
  void a_credit_note_is_allocated_once_it_is_approved__doc() {
    JsonNode draft =
        clerk.good(
            "CreditNotes",
            with(creditNote(clerk.ada(), "ACCPAYCREDIT", "100.00"), "Status", "DRAFT"));
    assertThat(allocate(draft, "15.00").status()).isEqualTo(400);
    JsonNode note = clerk.good("CreditNotes", creditNote(clerk.ada(), "ACCPAYCREDIT", "20.00"));
    assertThat(allocate(note, "15.00").status()).isEqualTo(200);
    assertThat(now("AmountCredited")).isEqualByComparingTo("15.00");
    assertThat(now("AmountDue")).isEqualByComparingTo("100.00");
    assertThat(clerk.read("CreditNotes", note).get("RemainingCredit").decimalValue())
        .isEqualByComparingTo("8.00");
    assertThat(allocate(note, "8.01").status()).isEqualTo(400);
    assertThat(allocate(note, "8.00").status()).isEqualTo(200);
    assertThat(clerk.read("CreditNotes", note).get("Status").asText()).isEqualTo("PAID");
  }

  @Test
  void a_credit_note_is_set_off_against_its_own_side_only__doc() {
    JsonNode note = clerk.good("CreditNotes", creditNote(clerk.ada(), "ACCRECCREDIT", "20.00"));
    assertThat(allocate(note, "1.00").status()).isEqualTo(400);
  }

  @Test
  void a_credit_note_is_refunded_by_a_payment__doc() {
    JsonNode note = clerk.good("CreditNotes", creditNote(clerk.ada(), "ACCPAYCREDIT", "20.00"));
    Map<String, Object> refund = with(payment(billId, "23.00"), "Invoice", null);
    refund.put("CreditNote", Map.of("CreditNoteID", Clerk.id("CreditNotes", note)));
    assertThat(clerk.good("Payments", refund).get("PaymentType").asText())
        .isEqualTo("ACCPAYCREDITPAYMENT");
    assertThat(clerk.read("CreditNotes", note).get("Status").asText()).isEqualTo("PAID");
  }

  @Test
  void a_credit_note_with_an_allocation_is_not_voided__doc() {
    JsonNode note = clerk.good("CreditNotes", creditNote(clerk.ada(), "ACCPAYCREDIT", "20.00"));
    allocate(note, "1.00");
    String id = Clerk.id("CreditNotes", note);
    assertThat(
            Clerk.errors(clerk.post("CreditNotes", Map.of("CreditNoteID", id, "Status", "VOIDED"))))
        .isNotEmpty();
  }

  @Test
  void numbers_of_sales_credit_notes_are_unique__unverified() {
    Map<String, Object> note =
        with(creditNote(clerk.ada(), "ACCRECCREDIT", "1.00"), "CreditNoteNumber", "CN-1");
    clerk.good("CreditNotes", note);
    assertThat(clerk.error("CreditNotes", note)).isNotEmpty();
  }

  private BigDecimal now(String property) {
    return clerk.read("Invoices", bill).get(property).decimalValue();
  }

  private Reply allocate(JsonNode note, String amount) {
    return xero.put(
        "CreditNotes/" + Clerk.id("CreditNotes", note) + "/Allocations",
        all(
            "Allocations",
            Map.of("Amount", new BigDecimal(amount), "Invoice", Map.of("InvoiceID", billId))));
  }

  private static Map<String, Object> batch(String... invoicesAndAmounts) {
    Map<String, Object> batch = new HashMap<>();
    batch.put("Account", Map.of("Code", "090"));
    batch.put("Date", "2026-04-01");
    List<Map<String, Object>> payments = new ArrayList<>();
    for (int i = 0; i < invoicesAndAmounts.length; i += 2) {
      payments.add(payment(invoicesAndAmounts[i], invoicesAndAmounts[i + 1]));
    }
    batch.put("Payments", payments);
    return batch;
  }
}
