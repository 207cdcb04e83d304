package io.ledgerway.sandbox.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xero.api.ApiClient;
import com.xero.api.XeroBadRequestException;
import com.xero.api.client.AccountingApi;
import com.xero.models.accounting.Account;
import com.xero.models.accounting.BankTransaction;
import com.xero.models.accounting.Contact;
import com.xero.models.accounting.Invoice;
import com.xero.models.accounting.Invoices;
import com.xero.models.accounting.LineAmountTypes;
import com.xero.models.accounting.LineItem;
import io.ledgerway.sandbox.SandboxExtension;
import io.ledgerway.sandbox.XeroCalls;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.threeten.bp.OffsetDateTime;
import org.threeten.bp.ZoneOffset;

/**
 * Xero's own Java SDK drives the sandbox; whatever it was answered is then held against Xero's own
 * specification.
 */
@ExtendWith(SandboxExtension.class)
abstract class SdkWitness {

  /** 4 March 2026: the SDK's own way to write a date in a request. */
  static final String DAY = "/Date(1772582400000+0000)/";

  /** The books are younger than this. */
  static final OffsetDateTime LONG_AGO = OffsetDateTime.of(2020, 1, 1, 0, 0, 1, 0, ZoneOffset.UTC);

  static final OffsetDateTime NEVER = OffsetDateTime.of(2099, 1, 1, 0, 0, 1, 0, ZoneOffset.UTC);

  static Recorder recorder;

  AccountingApi api;
  XeroCalls switches;
  String token;
  String tenant;
  UUID ada;

  @BeforeAll
  static void record() {
    recorder = new Recorder(SandboxExtension.url());
  }

  @AfterAll
  static void callsAndAnswersAgreeWithTheSpecification() {
    recorder.close();
    if (!XeroSpecification.isThere()) {
      System.out.println("Skipped: " + XeroSpecification.FOLDER + " is not there.");
      return;
    }
    List<String> objections =
        recorder.exchanges().stream()
            .filter(exchange -> exchange.path().startsWith("/api.xro/"))
            .filter(exchange -> !KnownDeviations.excuse(exchange))
            .flatMap(
                exchange ->
                    XeroSpecification.objections(XeroSpecification.accounting(), exchange).stream())
            .filter(objection -> !KnownDeviations.excuse(objection))
            .distinct()
            .toList();
    assertThat(recorder.exchanges()).hasSizeGreaterThan(2);
    assertThat(objections).isEmpty();
  }

  @BeforeEach
  void connect(XeroCalls calls) throws Exception {
    switches = calls;
    calls.limitsOff();
    tenant = calls.firstOrganisation().get("tenantId").asText();
    token =
        calls
            .tokenReply("sandbox", "sandbox", "grant_type=client_credentials")
            .at("/access_token")
            .asText();
    api = new AccountingApi(new ApiClient(recorder.url() + "/api.xro/2.0", null, null, null, null));
    ada = contact("Ada Kerr");
  }

  final UUID contact(String name) throws Exception {
    return api.getContacts(
            token, tenant, null, "Name==\"" + name + "\"", null, null, null, null, null, null)
        .getContacts()
        .get(0)
        .getContactID();
  }

  final Invoice bill(String number) throws Exception {
    return api.createInvoices(
            token, tenant, new Invoices().invoices(List.of(aBill(number))), null, false, null)
        .getInvoices()
        .get(0);
  }

  final Invoice aBill(String number) {
    return new Invoice()
        .type(Invoice.TypeEnum.ACCPAY)
        .status(Invoice.StatusEnum.AUTHORISED)
        .contact(new Contact().contactID(ada))
        .date(DAY)
        .dueDate("/Date(1773792000000+0000)/")
        .invoiceNumber(number)
        .lineAmountTypes(LineAmountTypes.EXCLUSIVE)
        .lineItems(List.of(line("429", 100.0)));
  }

  final BankTransaction aSpend(String account) {
    return new BankTransaction()
        .type(BankTransaction.TypeEnum.SPEND)
        .contact(new Contact().contactID(ada))
        .bankAccount(new Account().code("090"))
        .date(DAY)
        .lineAmountTypes(LineAmountTypes.INCLUSIVE)
        .lineItems(List.of(line(account, 115.0)));
  }

  static LineItem line(String account, double amount) {
    return new LineItem().description("Taxi").quantity(1.0).unitAmount(amount).accountCode(account);
  }

  /** What the SDK says was wrong with each element. */
  static List<String> refusal(ThrowingCallable call) {
    XeroBadRequestException refused = catchThrowableOfType(XeroBadRequestException.class, call);
    assertThat(refused).as("a refusal that the SDK understands").isNotNull();
    return refused.getElements().stream()
        .flatMap(element -> element.getValidationErrors().stream())
        .map(error -> error.getMessage())
        .toList();
  }
}
