package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xero.api.XeroBadRequestException;
import com.xero.models.accounting.Account;
import com.xero.models.accounting.Attachment;
import com.xero.models.accounting.BankTransactions;
import com.xero.models.accounting.BatchPayment;
import com.xero.models.accounting.BatchPayments;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.CreditNote;
import com.xero.models.accounting.CreditNotes;
import com.xero.models.accounting.HistoryRecord;
import com.xero.models.accounting.HistoryRecords;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.Item;
import com.xero.models.accounting.Items;
import com.xero.models.accounting.ManualJournal;
import com.xero.models.accounting.ManualJournalLine;
import com.xero.models.accounting.ManualJournals;
import com.xero.models.accounting.Payment;
import com.xero.models.accounting.PurchaseOrder;
import com.xero.models.accounting.PurchaseOrders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attachments and History, on every kind of record that has them here. */
class FilesAndNotesSdkTest extends SdkWitness {

  private static final byte[] FILE = "receipt".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "another".getBytes(StandardCharsets.UTF_8);
  private static final String NAME = "receipt 1.txt";
  private static final String TYPE = "text/plain";

  private UUID account;

  @BeforeEach
  void findAccount() throws Exception {
    account =
        api.getAccounts(token, tenant, null, "Code==\"090\"", null)
            .getAccounts()
            .get(0)
            .getAccountID();
  }

  @Test
  void files_hang_on_bills() throws Exception {
    UUID id = bill("B-1").getInvoiceID();
    api.createInvoiceAttachmentByFileName(token, tenant, id, NAME, FILE, null, true, TYPE);
    api.updateInvoiceAttachmentByFileName(token, tenant, id, NAME, OTHER, null, TYPE);
    Attachment there = only(api.getInvoiceAttachments(token, tenant, id).getAttachments());
    same(api.getInvoiceAttachmentByFileName(token, tenant, id, NAME, TYPE));
    same(api.getInvoiceAttachmentById(token, tenant, id, there.getAttachmentID(), TYPE));
    assertThat(api.getInvoice(token, tenant, id, null).getInvoices().get(0).getHasAttachments())
        .isTrue();
  }

  @Test
  void files_hang_on_bank_transactions() throws Exception {
    UUID id = spend();
    api.createBankTransactionAttachmentByFileName(token, tenant, id, NAME, FILE, null, TYPE);
    api.updateBankTransactionAttachmentByFileName(token, tenant, id, NAME, OTHER, null, TYPE);
    Attachment there = only(api.getBankTransactionAttachments(token, tenant, id).getAttachments());
    same(api.getBankTransactionAttachmentByFileName(token, tenant, id, NAME, TYPE));
    same(api.getBankTransactionAttachmentById(token, tenant, id, there.getAttachmentID(), TYPE));
  }

  @Test
  void files_hang_on_credit_notes() throws Exception {
    UUID id = note();
    api.createCreditNoteAttachmentByFileName(token, tenant, id, NAME, FILE, null, false, TYPE);
    api.updateCreditNoteAttachmentByFileName(token, tenant, id, NAME, OTHER, null, TYPE);
    Attachment there = only(api.getCreditNoteAttachments(token, tenant, id).getAttachments());
    same(api.getCreditNoteAttachmentByFileName(token, tenant, id, NAME, TYPE));
    same(api.getCreditNoteAttachmentById(token, tenant, id, there.getAttachmentID(), TYPE));
  }

  @Test
  void files_hang_on_purchase_orders() throws Exception {
    UUID id = order();
    api.createPurchaseOrderAttachmentByFileName(token, tenant, id, NAME, FILE, null, TYPE);
    api.updatePurchaseOrderAttachmentByFileName(token, tenant, id, NAME, OTHER, null, TYPE);
    Attachment there = only(api.getPurchaseOrderAttachments(token, tenant, id).getAttachments());
    same(api.getPurchaseOrderAttachmentByFileName(token, tenant, id, NAME, TYPE));
    same(api.getPurchaseOrderAttachmentById(token, tenant, id, there.getAttachmentID(), TYPE));
  }

  @Test
  void files_hang_on_manual_journals() throws Exception {
    UUID id = journal();
    api.createManualJournalAttachmentByFileName(token, tenant, id, NAME, FILE, null, TYPE);
    api.updateManualJournalAttachmentByFileName(token, tenant, id, NAME, OTHER, null, TYPE);
    Attachment there = only(api.getManualJournalAttachments(token, tenant, id).getAttachments());
    same(api.getManualJournalAttachmentByFileName(token, tenant, id, NAME, TYPE));
    same(api.getManualJournalAttachmentById(token, tenant, id, there.getAttachmentID(), TYPE));
  }

  @Test
  void files_hang_on_contacts_and_accounts() throws Exception {
    api.createContactAttachmentByFileName(token, tenant, ada, NAME, FILE, null, TYPE);
    api.updateContactAttachmentByFileName(token, tenant, ada, NAME, OTHER, null, TYPE);
    Attachment of = only(api.getContactAttachments(token, tenant, ada).getAttachments());
    same(api.getContactAttachmentByFileName(token, tenant, ada, NAME, TYPE));
    same(api.getContactAttachmentById(token, tenant, ada, of.getAttachmentID(), TYPE));
    api.createAccountAttachmentByFileName(token, tenant, account, NAME, FILE, null, TYPE);
    api.updateAccountAttachmentByFileName(token, tenant, account, NAME, OTHER, null, TYPE);
    Attachment on = only(api.getAccountAttachments(token, tenant, account).getAttachments());
    same(api.getAccountAttachmentByFileName(token, tenant, account, NAME, TYPE));
    same(api.getAccountAttachmentById(token, tenant, account, on.getAttachmentID(), TYPE));
  }

  @Test
  void a_refused_file_becomes_the_sdks_exception() {
    assertThatThrownBy(
            () ->
                api.createContactAttachmentByFileName(
                    token, tenant, ada, "a|b.txt", FILE, null, TYPE))
        .isInstanceOf(XeroBadRequestException.class);
  }

  @Test
  void notes_stand_on_documents() throws Exception {
    UUID bill = bill("B-1").getInvoiceID();
    api.createInvoiceHistory(token, tenant, bill, note("Seen"), null);
    seen(api.getInvoiceHistory(token, tenant, bill));
    UUID spend = spend();
    api.createBankTransactionHistoryRecord(token, tenant, spend, note("Seen"), null);
    seen(api.getBankTransactionsHistory(token, tenant, spend));
    UUID creditNote = note();
    api.createCreditNoteHistory(token, tenant, creditNote, note("Seen"), null);
    seen(api.getCreditNoteHistory(token, tenant, creditNote));
    UUID order = order();
    api.createPurchaseOrderHistory(token, tenant, order, note("Seen"), null);
    seen(api.getPurchaseOrderHistory(token, tenant, order));
    UUID journal = journal();
    api.createManualJournalHistoryRecord(token, tenant, journal, note("Seen"), null);
    seen(api.getManualJournalsHistory(token, tenant, journal));
  }

  @Test
  void notes_stand_on_contacts_items_payments_and_batches() throws Exception {
    api.createContactHistory(token, tenant, ada, note("Seen"), null);
    seen(api.getContactHistory(token, tenant, ada));
    UUID item =
        api.createItems(
                token, tenant, new Items().items(List.of(new Item().code("I"))), null, true, null)
            .getItems()
            .get(0)
            .getItemID();
    api.createItemHistory(token, tenant, item, note("Seen"), null);
    seen(api.getItemHistory(token, tenant, item));
    Payment part =
        new Payment()
            .invoice(new Invoice().invoiceID(bill("B-1").getInvoiceID()))
            .date(DAY)
            .amount(1.0);
    UUID batch =
        api.createBatchPayment(
                token,
                tenant,
                new BatchPayments()
                    .batchPayments(
                        List.of(
                            new BatchPayment()
                                .account(new Account().accountID(account))
                                .date(DAY)
                                .payments(List.of(part)))),
                true,
                null)
            .getBatchPayments()
            .get(0)
            .getBatchPaymentID();
    api.createBatchPaymentHistoryRecord(token, tenant, batch, note("Seen"), null);
    seen(api.getBatchPaymentHistory(token, tenant, batch));
    UUID payment =
        api.createPayment(token, tenant, part.account(new Account().accountID(account)), null)
            .getPayments()
            .get(0)
            .getPaymentID();
    api.createPaymentHistory(token, tenant, payment, note("Seen"), null);
    seen(api.getPaymentHistory(token, tenant, payment));
  }

  @Test
  void a_refused_note_becomes_the_sdks_exception() {
    assertThat(
            refusal(
                () ->
                    api.createInvoiceHistory(token, tenant, UUID.randomUUID(), note("Seen"), null)))
        .containsExactly("The document with the supplied id was not found for this endpoint.");
  }

  private static Attachment only(List<Attachment> all) {
    assertThat(all).hasSize(1);
    assertThat(all.get(0).getFileName()).isEqualTo(NAME);
    return all.get(0);
  }

  private static void same(java.io.InputStream content) throws Exception {
    assertThat(content.readAllBytes()).isEqualTo(OTHER);
  }

  private static HistoryRecords note(String text) {
    return new HistoryRecords().historyRecords(List.of(new HistoryRecord().details(text)));
  }

  private static void seen(HistoryRecords notes) {
    assertThat(notes.getHistoryRecords()).extracting(HistoryRecord::getDetails).contains("Seen");
  }

  private UUID spend() throws Exception {
    return api.createBankTransactions(
            token,
            tenant,
            new BankTransactions().bankTransactions(List.of(aSpend("429"))),
            null,
            true,
            null)
        .getBankTransactions()
        .get(0)
        .getBankTransactionID();
  }

  private UUID note() throws Exception {
    CreditNote note =
        new CreditNote()
            .type(CreditNote.TypeEnum.ACCPAYCREDIT)
            .contact(new Contact().contactID(ada))
            .date(DAY)
            .lineItems(List.of(line("429", 1.0)));
    return api.createCreditNotes(
            token, tenant, new CreditNotes().creditNotes(List.of(note)), null, true, null)
        .getCreditNotes()
        .get(0)
        .getCreditNoteID();
  }

  private UUID order() throws Exception {
    PurchaseOrder order =
        new PurchaseOrder()
            .contact(new Contact().contactID(ada))
            .date(DAY)
            .lineItems(List.of(line("429", 1.0)));
    return api.createPurchaseOrders(
            token, tenant, new PurchaseOrders().purchaseOrders(List.of(order)), null, true)
        .getPurchaseOrders()
        .get(0)
        .getPurchaseOrderID();
  }

  private UUID journal() throws Exception {
    ManualJournal journal =
        new ManualJournal()
            .narration("n")
            .date(DAY)
            .journalLines(
                List.of(
                    new ManualJournalLine().accountCode("429").lineAmount(1.0),
                    new ManualJournalLine().accountCode("835").lineAmount(-1.0)));
    return api.createManualJournals(
            token, tenant, new ManualJournals().manualJournals(List.of(journal)), null, true)
        .getManualJournals()
        .get(0)
        .getManualJournalID();
  }
}
