package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.xero.api.ApiClient;
import com.xero.api.XeroBadRequestException;
import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.Account;
import com.xero.models.accounting.AccountType;
import com.xero.models.accounting.Allocation;
import com.xero.models.accounting.Allocations;
import com.xero.models.accounting.BankTransaction;
import com.xero.models.accounting.BankTransactions;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.Contacts;
import com.xero.models.accounting.CreditNote;
import com.xero.models.accounting.CreditNotes;
import com.xero.models.accounting.HistoryRecord;
import com.xero.models.accounting.HistoryRecords;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.Invoices;
import com.xero.models.accounting.Item;
import com.xero.models.accounting.Items;
import com.xero.models.accounting.LineAmountTypes;
import com.xero.models.accounting.LineItem;
import com.xero.models.accounting.ManualJournal;
import com.xero.models.accounting.ManualJournalLine;
import com.xero.models.accounting.ManualJournals;
import com.xero.models.accounting.Payment;
import com.xero.models.accounting.PaymentDelete;
import com.xero.models.accounting.PurchaseOrder;
import com.xero.models.accounting.PurchaseOrders;
import com.xero.models.accounting.TrackingCategories;
import io.ledgerway.sandbox.SandboxExtension;
import io.ledgerway.sandbox.XeroCalls;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.bp.OffsetDateTime;
import org.threeten.bp.ZoneOffset;

/**
 * Xero's own Java SDK drives the sandbox; whatever it was answered is then held against Xero's own
 * specification.
 */
@ExtendWith(SandboxExtension.class)
class XeroSdkTest {

  /** 4 March 2026: the SDK's own way to write a date in a request. */
  private static final String DAY = "/Date(1772582400000+0000)/";

  private static Recorder recorder;

  private AccountingApi api;
  private String token;
  private String tenant;
  private UUID ada;

  @BeforeAll
  static void record() {
    recorder = new Recorder(SandboxExtension.url());
  }

  @AfterAll
  static void answersAgreeWithTheSpecification() {
    recorder.close();
    if (!XeroSpecification.isThere()) {
      System.out.println("Skipped: " + XeroSpecification.FILE + " is not there.");
      return;
    }
    XeroSpecification specification = new XeroSpecification();
    List<String> objections =
        recorder.exchanges().stream()
            .filter(exchange -> !KnownDeviations.excuse(exchange))
            .flatMap(exchange -> specification.objections(exchange).stream())
            .distinct()
            .toList();
    assertThat(recorder.exchanges().size()).isGreaterThan(40);
    assertThat(objections).isEmpty();
  }

  @BeforeEach
  void connect(XeroCalls calls) throws Exception {
    calls.limitsOff();
    tenant = calls.firstOrganisation().get("tenantId").asText();
    token =
        calls
            .tokenReply("sandbox", "sandbox", "grant_type=client_credentials")
            .at("/access_token")
            .asText();
    api =
        AccountingApi.getInstance(
            new ApiClient(recorder.url() + "/api.xro/2.0", null, null, null, null));
    ada = contact("Ada Kerr");
  }

  @Test
  void reference_data_is_read() throws Exception {
    assertThat(api.getOrganisations(token, tenant).getOrganisations().get(0).getBaseCurrency())
        .hasToString("NZD");
    assertThat(api.getAccounts(token, tenant, null, null, null).getAccounts())
        .anyMatch(account -> "090".equals(account.getCode()));
    assertThat(api.getTaxRates(token, tenant, null, null, null).getTaxRates())
        .anyMatch(rate -> "INPUT2".equals(rate.getTaxType()));
    TrackingCategories tracking = api.getTrackingCategories(token, tenant, null, null, true);
    assertThat(tracking.getTrackingCategories()).hasSize(2);
    assertThat(api.getCurrencies(token, tenant, null, null).getCurrencies()).hasSize(3);
    assertThat(api.getUsers(token, tenant, null, null, null).getUsers()).hasSize(3);
    OffsetDateTime since = OffsetDateTime.of(2026, 6, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    assertThat(api.getAccounts(token, tenant, since, null, null).getAccounts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AU", "UK", "US"})
  void every_edition_has_books_of_its_own(String country) throws Exception {
    XeroCalls calls = new XeroCalls(SandboxExtension.url());
    JsonNode made =
        calls
            .control(
                "POST", "organisations", Map.of("name", "Edition " + country, "country", country))
            .json();
    String id = made.get("tenantId").asText();
    String other =
        calls
            .tokenReply(
                made.get("clientId").asText(),
                made.get("clientSecret").asText(),
                "grant_type=client_credentials")
            .at("/access_token")
            .asText();
    assertThat(api.getOrganisations(other, id).getOrganisations().get(0).getVersion())
        .hasToString(country);
    assertThat(api.getTaxRates(other, id, null, null, null).getTaxRates()).isNotEmpty();
    assertThat(api.getAccounts(other, id, null, null, null).getAccounts()).hasSizeGreaterThan(40);
  }

  @Test
  void accounts_are_made_changed_archived_and_deleted() throws Exception {
    Account made =
        api.createAccount(
                token,
                tenant,
                new Account().code("S1").name("From the SDK").type(AccountType.EXPENSE),
                null)
            .getAccounts()
            .get(0);
    assertThat(made.getPropertyClass()).hasToString("EXPENSE");
    assertThat(api.getAccount(token, tenant, made.getAccountID()).getAccounts().get(0).getName())
        .isEqualTo("From the SDK");
    api.deleteAccount(token, tenant, made.getAccountID());
    assertThatThrownBy(() -> api.getAccount(token, tenant, made.getAccountID()))
        .isInstanceOf(Exception.class);
  }

  @Test
  void contacts_are_made_in_batches_and_read_by_page_and_filter() throws Exception {
    Contacts made =
        api.createContacts(
            token,
            tenant,
            new Contacts()
                .contacts(
                    List.of(
                        new Contact().name("New One").emailAddress("one@acme.example"),
                        new Contact().name("Ada Kerr"))),
            null,
            false);
    assertThat(made.getContacts().get(0).getContactStatus()).hasToString("ACTIVE");
    assertThat(made.getContacts().get(1).getHasValidationErrors()).isTrue();
    assertThat(
            api.getContacts(
                    token,
                    tenant,
                    null,
                    "EmailAddress==\"one@acme.example\"",
                    "Name ASC",
                    null,
                    1,
                    true,
                    null,
                    null)
                .getContacts())
        .hasSize(1);
    Contact changed =
        api.updateContact(
                token,
                tenant,
                ada,
                new Contacts().contacts(List.of(new Contact().accountNumber("A1"))),
                null)
            .getContacts()
            .get(0);
    assertThat(changed.getAccountNumber()).isEqualTo("A1");
  }

  @Test
  void bank_transactions_are_made_in_batches_with_an_answer_for_each() throws Exception {
    BankTransactions made =
        api.createBankTransactions(
            token,
            tenant,
            new BankTransactions().bankTransactions(List.of(spend("429"), spend("999"))),
            "sdk-1",
            false,
            null);
    BankTransaction good = made.getBankTransactions().get(0);
    BankTransaction bad = made.getBankTransactions().get(1);
    assertThat(good.getTotal()).isEqualTo(115.0);
    assertThat(good.getDateAsDate()).hasToString("2026-03-04");
    assertThat(good.getStatusAttributeString()).isEqualTo("OK");
    assertThat(bad.getValidationErrors().get(0).getMessage()).contains("999");

    assertThat(
            api.getBankTransaction(token, tenant, good.getBankTransactionID(), null)
                .getBankTransactions()
                .get(0)
                .getLineItems()
                .get(0)
                .getTaxAmount())
        .isEqualTo(15.0);
    assertThat(
            api.getBankTransactions(
                    token, tenant, null, "Type==\"SPEND\"", "UpdatedDateUTC DESC", 1, 4)
                .getBankTransactions())
        .hasSize(1);
    BankTransaction deleted =
        api.updateBankTransaction(
                token,
                tenant,
                good.getBankTransactionID(),
                new BankTransactions()
                    .bankTransactions(
                        List.of(new BankTransaction().status(BankTransaction.StatusEnum.DELETED))),
                null,
                null)
            .getBankTransactions()
            .get(0);
    assertThat(deleted.getStatus()).isEqualTo(BankTransaction.StatusEnum.DELETED);
  }

  @Test
  void a_failed_batch_becomes_the_sdks_exception() {
    assertThatThrownBy(
            () ->
                api.createBankTransactions(
                    token,
                    tenant,
                    new BankTransactions().bankTransactions(List.of(spend("999"))),
                    null,
                    true,
                    null))
        .isInstanceOfSatisfying(
            XeroBadRequestException.class,
            e ->
                assertThat(e.getElements().get(0).getValidationErrors().get(0).getMessage())
                    .isEqualTo("Account code '999' is not a valid code for this document."));
  }

  @Test
  void bills_are_made_paid_credited_and_voided() throws Exception {
    Invoice bill = bill("B-1");
    Payment payment =
        api.createPayment(
                token,
                tenant,
                new Payment()
                    .invoice(new Invoice().invoiceID(bill.getInvoiceID()))
                    .account(new Account().code("090"))
                    .date(DAY)
                    .amount(15.0),
                null)
            .getPayments()
            .get(0);
    Invoice partly = api.getInvoice(token, tenant, bill.getInvoiceID(), null).getInvoices().get(0);
    assertThat(partly.getAmountDue()).isEqualTo(100.0);
    assertThat(partly.getPayments()).hasSize(1);

    CreditNote note =
        api.createCreditNotes(
                token,
                tenant,
                new CreditNotes()
                    .creditNotes(
                        List.of(
                            new CreditNote()
                                .type(CreditNote.TypeEnum.ACCPAYCREDIT)
                                .status(CreditNote.StatusEnum.AUTHORISED)
                                .contact(new Contact().contactID(ada))
                                .date(DAY)
                                .lineAmountTypes(LineAmountTypes.EXCLUSIVE)
                                .lineItems(List.of(line("429", 50.0))))),
                null,
                false,
                null)
            .getCreditNotes()
            .get(0);
    api.createCreditNoteAllocation(
        token,
        tenant,
        note.getCreditNoteID(),
        new Allocations()
            .allocations(
                List.of(
                    new Allocation()
                        .invoice(new Invoice().invoiceID(bill.getInvoiceID()))
                        .amount(57.5)
                        .date(DAY))),
        null,
        null);
    assertThat(
            api.getInvoice(token, tenant, bill.getInvoiceID(), null)
                .getInvoices()
                .get(0)
                .getAmountDue())
        .isEqualTo(42.5);
    assertThat(
            api.getCreditNote(token, tenant, note.getCreditNoteID(), null)
                .getCreditNotes()
                .get(0)
                .getStatus())
        .isEqualTo(CreditNote.StatusEnum.PAID);
    assertThat(api.getCreditNotes(token, tenant, null, null, null, 1, null).getCreditNotes())
        .hasSize(1);

    assertThat(
            api.deletePayment(
                    token,
                    tenant,
                    payment.getPaymentID(),
                    new PaymentDelete().status("DELETED"),
                    null)
                .getPayments()
                .get(0)
                .getStatus())
        .isEqualTo(Payment.StatusEnum.DELETED);
    assertThat(api.getPayments(token, tenant, null, null, null, 1).getPayments()).hasSize(1);
    Invoice other = bill("B-2");
    Invoice voided =
        api.updateInvoice(
                token,
                tenant,
                other.getInvoiceID(),
                new Invoices().invoices(List.of(new Invoice().status(Invoice.StatusEnum.VOIDED))),
                null,
                null)
            .getInvoices()
            .get(0);
    assertThat(voided.getStatus()).isEqualTo(Invoice.StatusEnum.VOIDED);
    assertThat(
            api.getInvoices(
                    token,
                    tenant,
                    null,
                    null,
                    null,
                    null,
                    List.of("B-1"),
                    null,
                    List.of("AUTHORISED"),
                    1,
                    null,
                    null,
                    null,
                    null)
                .getInvoices())
        .hasSize(1);
  }

  @Test
  void orders_journals_and_items_are_made_and_read() throws Exception {
    Item item =
        api.createItems(
                token,
                tenant,
                new Items().items(List.of(new Item().code("I1").name("Item").isPurchased(true))),
                null,
                false,
                null)
            .getItems()
            .get(0);
    assertThat(api.getItems(token, tenant, null, null, null, null).getItems()).hasSize(1);
    api.deleteItem(token, tenant, item.getItemID());

    PurchaseOrder order =
        api.createPurchaseOrders(
                token,
                tenant,
                new PurchaseOrders()
                    .purchaseOrders(
                        List.of(
                            new PurchaseOrder()
                                .contact(new Contact().contactID(ada))
                                .date(DAY)
                                .lineItems(List.of(line("429", 10.1234))))),
                null,
                false)
            .getPurchaseOrders()
            .get(0);
    assertThat(order.getLineItems().get(0).getUnitAmount()).isEqualTo(10.1234);
    assertThat(
            api.getPurchaseOrders(token, tenant, null, null, null, null, null, null)
                .getPurchaseOrders())
        .hasSize(1);

    ManualJournal journal =
        api.createManualJournals(
                token,
                tenant,
                new ManualJournals()
                    .manualJournals(
                        List.of(
                            new ManualJournal()
                                .narration("From the SDK")
                                .date(DAY)
                                .status(ManualJournal.StatusEnum.POSTED)
                                .journalLines(
                                    List.of(
                                        new ManualJournalLine().accountCode("429").lineAmount(10.0),
                                        new ManualJournalLine()
                                            .accountCode("835")
                                            .lineAmount(-10.0))))),
                null,
                false)
            .getManualJournals()
            .get(0);
    assertThat(
            api.getManualJournal(token, tenant, journal.getManualJournalID())
                .getManualJournals()
                .get(0)
                .getJournalLines())
        .hasSize(2);
    assertThat(
            api.getManualJournals(token, tenant, null, "Narration==\"From the SDK\"", null, 1)
                .getManualJournals())
        .hasSize(1);
  }

  @Test
  void a_file_and_a_note_hang_on_a_bill() throws Exception {
    UUID bill = bill("B-1").getInvoiceID();
    byte[] content = "receipt".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(
            api.createInvoiceAttachmentByFileName(
                    token, tenant, bill, "receipt.txt", content, null, false, "text/plain")
                .getAttachments()
                .get(0)
                .getFileName())
        .isEqualTo("receipt.txt");
    assertThat(
            api.getInvoiceAttachmentByFileName(token, tenant, bill, "receipt.txt", "text/plain")
                .readAllBytes())
        .isEqualTo(content);
    assertThat(api.getInvoice(token, tenant, bill, null).getInvoices().get(0).getHasAttachments())
        .isTrue();
    api.createInvoiceHistory(
        token,
        tenant,
        bill,
        new HistoryRecords().historyRecords(List.of(new HistoryRecord().details("Seen"))),
        null);
    assertThat(api.getInvoiceHistory(token, tenant, bill).getHistoryRecords().get(0).getDetails())
        .isEqualTo("Seen");
  }

  private UUID contact(String name) throws Exception {
    return api.getContacts(
            token, tenant, null, "Name==\"" + name + "\"", null, null, null, null, null, null)
        .getContacts()
        .get(0)
        .getContactID();
  }

  private Invoice bill(String number) throws Exception {
    return api.createInvoices(
            token,
            tenant,
            new Invoices()
                .invoices(
                    List.of(
                        new Invoice()
                            .type(Invoice.TypeEnum.ACCPAY)
                            .status(Invoice.StatusEnum.AUTHORISED)
                            .contact(new Contact().contactID(ada))
                            .date(DAY)
                            .dueDate("/Date(1773792000000+0000)/")
                            .invoiceNumber(number)
                            .lineAmountTypes(LineAmountTypes.EXCLUSIVE)
                            .lineItems(List.of(line("429", 100.0))))),
            null,
            false,
            null)
        .getInvoices()
        .get(0);
  }

  private BankTransaction spend(String account) {
    return new BankTransaction()
        .type(BankTransaction.TypeEnum.SPEND)
        .contact(new Contact().contactID(ada))
        .bankAccount(new Account().code("090"))
        .date(DAY)
        .lineAmountTypes(LineAmountTypes.INCLUSIVE)
        .lineItems(List.of(line(account, 115.0)));
  }

  private static LineItem line(String account, double amount) {
    return new LineItem().description("Taxi").quantity(1.0).unitAmount(amount).accountCode(account);
  }
}
