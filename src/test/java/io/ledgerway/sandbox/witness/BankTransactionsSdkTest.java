package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.xero.models.accounting.BankTransaction;
import com.xero.models.accounting.BankTransactions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BankTransactionsSdkTest extends SdkWitness {

  @Test
  void bank_transactions_are_made_in_batches_with_an_answer_for_each() throws Exception {
    List<BankTransaction> made = made(aSpend("429"), aSpend("999"));
    BankTransaction good = made.get(0);
    assertThat(good.getTotal()).isEqualTo(115.0);
    assertThat(good.getDateAsDate()).hasToString("2026-03-04");
    assertThat(good.getStatusAttributeString()).isEqualTo("OK");
    assertThat(made.get(1).getValidationErrors().get(0).getMessage()).contains("999");
  }

  @Test
  void a_bank_transaction_is_read_changed_and_deleted() throws Exception {
    UUID id = made(aSpend("429")).get(0).getBankTransactionID();
    BankTransaction read =
        api.getBankTransaction(token, tenant, id, 4).getBankTransactions().get(0);
    assertThat(read.getLineItems().get(0).getTaxAmount()).isEqualTo(15.0);
    assertThat(changed(id, new BankTransaction().reference("Changed")).getReference())
        .isEqualTo("Changed");
    List<BankTransaction> both =
        api.updateOrCreateBankTransactions(
                token,
                tenant,
                all(
                    new BankTransaction().bankTransactionID(id).reference("Again"),
                    aSpend("429").reference("New")),
                null,
                false,
                null)
            .getBankTransactions();
    assertThat(both).extracting(BankTransaction::getReference).containsExactly("Again", "New");
    assertThat(changed(id, new BankTransaction().status(BankTransaction.StatusEnum.DELETED)))
        .extracting(BankTransaction::getStatus)
        .isEqualTo(BankTransaction.StatusEnum.DELETED);
  }

  @Test
  void bank_transactions_are_listed_by_page_filter_order_and_change_date() throws Exception {
    made(aSpend("429").reference("a"), aSpend("429").reference("b"));
    assertThat(
            api.getBankTransactions(
                    token, tenant, LONG_AGO, "Type==\"SPEND\"", "Reference DESC", 1, 4)
                .getBankTransactions())
        .extracting(BankTransaction::getReference)
        .containsExactly("b", "a");
    assertThat(
            api.getBankTransactions(token, tenant, NEVER, null, null, null, null)
                .getBankTransactions())
        .isEmpty();
    assertThat(
            api.getBankTransactions(token, tenant, null, null, null, 2, null).getBankTransactions())
        .isEmpty();
  }

  @Test
  void a_refused_bank_transaction_becomes_the_sdks_exception() {
    assertThat(
            refusal(
                () ->
                    api.createBankTransactions(
                        token, tenant, all(aSpend("999")), null, true, null)))
        .containsExactly("Account code '999' is not a valid code for this document.");
  }

  private List<BankTransaction> made(BankTransaction... all) throws Exception {
    return api.createBankTransactions(token, tenant, all(all), null, false, null)
        .getBankTransactions();
  }

  private BankTransaction changed(UUID id, BankTransaction change) throws Exception {
    return api.updateBankTransaction(token, tenant, id, all(change), null, null)
        .getBankTransactions()
        .get(0);
  }

  private static BankTransactions all(BankTransaction... all) {
    return new BankTransactions().bankTransactions(List.of(all));
  }
}
