package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xero.api.XeroNotFoundException;
import com.xero.models.accounting.Account;
import com.xero.models.accounting.BatchPayment;
import com.xero.models.accounting.BatchPaymentDelete;
import com.xero.models.accounting.BatchPaymentDeleteByUrlParam;
import com.xero.models.accounting.BatchPayments;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.Payment;
import com.xero.models.accounting.PaymentDelete;
import com.xero.models.accounting.Payments;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentsSdkTest extends SdkWitness {

  @Test
  void payments_are_made_singly_and_in_batches_read_listed_and_deleted() throws Exception {
    UUID bill = bill("B-1").getInvoiceID();
    Payment one = api.createPayment(token, tenant, payment(bill, 15.0), null).getPayments().get(0);
    List<Payment> both =
        api.createPayments(
                token,
                tenant,
                new Payments().payments(List.of(payment(bill, 10.0), payment(bill, 500.0))),
                null,
                false)
            .getPayments();
    assertThat(both).extracting(Payment::getStatusAttributeString).containsExactly("OK", "ERROR");
    Invoice partly = api.getInvoice(token, tenant, bill, null).getInvoices().get(0);
    assertThat(partly.getAmountDue()).isEqualTo(90.0);
    assertThat(partly.getPayments()).hasSize(2);
    UUID id = one.getPaymentID();
    assertThat(api.getPayment(token, tenant, id).getPayments().get(0).getAmount()).isEqualTo(15.0);
    Payment gone =
        api.deletePayment(token, tenant, id, new PaymentDelete().status("DELETED"), null)
            .getPayments()
            .get(0);
    assertThat(gone.getStatus()).isEqualTo(Payment.StatusEnum.DELETED);
    assertThat(
            api.getPayments(token, tenant, LONG_AGO, "Status==\"AUTHORISED\"", "Date DESC", 1)
                .getPayments())
        .hasSize(1);
    assertThat(api.getPayments(token, tenant, NEVER, null, null, null).getPayments()).isEmpty();
  }

  @Test
  void a_refused_payment_becomes_the_sdks_exception() throws Exception {
    UUID bill = bill("B-1").getInvoiceID();
    assertThat(refusal(() -> api.createPayment(token, tenant, payment(bill, 500.0), null)))
        .containsExactly("Payment amount exceeds the amount outstanding on this document");
    assertThatThrownBy(() -> api.getPayment(token, tenant, UUID.randomUUID()))
        .isInstanceOf(XeroNotFoundException.class);
  }

  @Test
  void batch_payments_are_made_read_listed_and_deleted_both_ways() throws Exception {
    UUID first = batch(bill("B-1").getInvoiceID(), bill("B-2").getInvoiceID());
    UUID second = batch(bill("B-3").getInvoiceID());
    BatchPayment read = api.getBatchPayment(token, tenant, first).getBatchPayments().get(0);
    assertThat(read.getTotalAmount()).isEqualTo(200.0);
    assertThat(read.getPayments()).hasSize(2);
    assertThat(
            api.getBatchPayments(token, tenant, LONG_AGO, "Status==\"AUTHORISED\"", "Date ASC")
                .getBatchPayments())
        .hasSize(2);
    api.deleteBatchPayment(
        token, tenant, new BatchPaymentDelete().batchPaymentID(first).status("DELETED"), null);
    api.deleteBatchPaymentByUrlParam(
        token, tenant, second, new BatchPaymentDeleteByUrlParam().status("DELETED"), null);
    assertThat(
            api.getBatchPayments(token, tenant, null, "Status==\"AUTHORISED\"", null)
                .getBatchPayments())
        .isEmpty();
    assertThat(api.getBatchPayments(token, tenant, NEVER, null, null).getBatchPayments()).isEmpty();
  }

  @Test
  void a_refused_batch_payment_becomes_the_sdks_exception() {
    BatchPayments empty = new BatchPayments().batchPayments(List.of(aBatch()));
    assertThat(refusal(() -> api.createBatchPayment(token, tenant, empty, true, null)))
        .isNotEmpty();
  }

  private UUID batch(UUID... bills) throws Exception {
    return api.createBatchPayment(
            token, tenant, new BatchPayments().batchPayments(List.of(aBatch(bills))), false, null)
        .getBatchPayments()
        .get(0)
        .getBatchPaymentID();
  }

  private static BatchPayment aBatch(UUID... bills) {
    return new BatchPayment()
        .account(new Account().accountID(UUID.nameUUIDFromBytes(BANK)))
        .date(DAY)
        .reference("Run")
        .payments(
            java.util.Arrays.stream(bills)
                .map(bill -> new Payment().invoice(new Invoice().invoiceID(bill)).amount(100.0))
                .toList());
  }

  private static final byte[] BANK = "05c41b03-77b9-3021-8964-3b49fc955a6b/account/090".getBytes();

  private static Payment payment(UUID bill, double amount) {
    return new Payment()
        .invoice(new Invoice().invoiceID(bill))
        .account(new Account().code("090"))
        .date(DAY)
        .amount(amount);
  }
}
