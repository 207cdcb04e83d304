package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.payment;
import static io.ledgerway.sandbox.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts: xero-api.md 4.1. Each name ends in how sure the rule is. */
@ExtendWith(SandboxExtension.class)
class AccountRulesTest {

  private Clerk clerk;
  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    clerk = Clerk.of(calls);
    xero = clerk.xero;
  }

  @ParameterizedTest(name = "{0} is of class {1} __doc")
  @CsvSource({
    "CURRENT,ASSET",
    "FIXED,ASSET",
    "INVENTORY,ASSET",
    "NONCURRENT,ASSET",
    "PREPAYMENT,ASSET",
    "CURRLIAB,LIABILITY",
    "LIABILITY,LIABILITY",
    "TERMLIAB,LIABILITY",
    "PAYG,LIABILITY",
    "EQUITY,EQUITY",
    "DEPRECIATN,EXPENSE",
    "DIRECTCOSTS,EXPENSE",
    "EXPENSE,EXPENSE",
    "OVERHEADS,EXPENSE",
    "OTHERINCOME,REVENUE",
    "REVENUE,REVENUE",
    "SALES,REVENUE"
  })
  void type(String type, String accountClass) {
    JsonNode made = clerk.good("Accounts", with(account(), "Type", type));
    assertThat(made.get("Type").asText()).isEqualTo(type);
    assertThat(made.get("Class").asText()).isEqualTo(accountClass);
  }

  @ParameterizedTest(name = "{0} is no type of account __observed")
  @ValueSource(strings = {"expense", "BANKS", "Expenses"})
  void no_type(String type) {
    Reply reply = xero.put("Accounts", with(account(), "Type", type));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(14);
  }

  @Test
  void a_code_is_unique_and_only_bank_accounts_may_have_none__doc() {
    assertThat(clerk.error("Accounts", with(account(), "Code", "429"))).isNotEmpty();
    assertThat(clerk.error("Accounts", with(account(), "Code", null))).isNotEmpty();
    assertThat(clerk.good("Accounts", bank()).has("Code")).isFalse();
  }

  @Test
  void a_new_bank_account_needs_its_number_and_has_the_base_currency__doc() {
    assertThat(clerk.error("Accounts", with(bank(), "BankAccountNumber", null))).isNotEmpty();
    JsonNode made = clerk.good("Accounts", bank());
    assertThat(made.get("CurrencyCode").asText()).isEqualTo("NZD");
    assertThat(made.get("Class").asText()).isEqualTo("ASSET");
  }

  @Test
  void a_paypal_account_cannot_be_created__doc() {
    assertThat(clerk.error("Accounts", with(bank(), "BankAccountType", "PAYPAL"))).isNotEmpty();
    assertThat(clerk.error("Accounts", with(bank(), "BankAccountType", "CREDITCARD"))).isEmpty();
  }

  @Test
  void only_bank_accounts_have_a_bank_number_and_a_currency_and_they_have_no_description__doc() {
    Map<String, Object> account = with(account(), "BankAccountNumber", "1");
    JsonNode made = clerk.good("Accounts", with(account, "CurrencyCode", "USD"));
    assertThat(made.has("BankAccountNumber")).isFalse();
    assertThat(made.has("CurrencyCode")).isFalse();
    assertThat(clerk.good("Accounts", with(bank(), "Description", "d")).has("Description"))
        .isFalse();
  }

  @Test
  void class_and_system_account_cannot_be_written__spec() {
    Map<String, Object> account = with(account(), "SystemAccount", "DEBTORS");
    JsonNode made = clerk.good("Accounts", with(account, "Class", "REVENUE"));
    assertThat(made.has("SystemAccount")).isFalse();
    assertThat(made.get("Class").asText()).isEqualTo("EXPENSE");
  }

  @Test
  void an_account_is_archived_by_its_status_and_nothing_else__doc() {
    String id = id("429");
    Map<String, Object> both = Map.of("AccountID", id, "Status", "ARCHIVED", "Name", "X");
    assertThat(xero.post("Accounts/" + id, all("Accounts", both)).status()).isEqualTo(400);
    Map<String, Object> alone = Map.of("AccountID", id, "Status", "ARCHIVED");
    assertThat(
            xero.post("Accounts/" + id, all("Accounts", alone)).at("/Accounts/0/Status").asText())
        .isEqualTo("ARCHIVED");
  }

  @Test
  void an_account_is_not_deleted_by_its_status__unverified() {
    String id = id("429");
    assertThat(xero.post("Accounts/" + id, Map.of("Status", "DELETED")).status()).isEqualTo(400);
  }

  @Test
  void a_system_account_is_neither_archived_nor_deleted__doc() {
    String id = id("860");
    assertThat(xero.post("Accounts/" + id, Map.of("Status", "ARCHIVED")).status()).isEqualTo(400);
    assertThat(xero.call("DELETE", "Accounts/" + id, null).status()).isEqualTo(400);
  }

  @Test
  void an_account_in_use_cannot_be_deleted_and_another_vanishes__doc() {
    JsonNode bill = clerk.good("Invoices", Bodies.bill(clerk.ada(), "B", "1.00"));
    clerk.good("Payments", payment(Clerk.id("Invoices", bill), "1.00"));
    assertThat(xero.call("DELETE", "Accounts/" + id("429"), null).status()).isEqualTo(400);
    assertThat(xero.call("DELETE", "Accounts/" + id("090"), null).status()).isEqualTo(400);
    String unused = id("420");
    assertThat(xero.call("DELETE", "Accounts/" + unused, null).at("/Accounts/0/Status").asText())
        .isEqualTo("DELETED");
    assertThat(xero.get("Accounts/" + unused).status()).isEqualTo(404);
  }

  @Test
  void one_account_is_written_per_call_and_its_errors_are_never_hidden__doc() {
    Map<String, Object> other = with(with(account(), "Code", "Z2"), "Name", "Second");
    Reply two = xero.put("Accounts", all("Accounts", account(), other));
    assertThat(two.at("/Accounts")).hasSize(1);
    assertThat(xero.get("Accounts").json().findValuesAsText("Code")).contains("Z1", "200");
    assertThat(xero.get("Accounts").json().findValuesAsText("Code")).doesNotContain("Z2");
    Reply again = xero.put("Accounts?summarizeErrors=false", all("Accounts", account()));
    assertThat(again.status()).isEqualTo(400);
  }

  @Test
  void accounts_are_never_paged_and_archived_ones_are_among_them__observed() {
    Reply reply = xero.get("Accounts?page=2&pageSize=5");
    assertThat(reply.json().has("pagination")).isFalse();
    assertThat(reply.at("/Accounts").size()).isGreaterThan(50);
    assertThat(reply.json().findValuesAsText("Status")).contains("ARCHIVED");
  }

  @Test
  void an_account_shows_that_it_has_files__spec() {
    String path = "Accounts/" + id("429");
    assertThat(xero.get(path).at("/Accounts/0/HasAttachments").asBoolean()).isFalse();
    xero.put(path + "/Attachments/a.txt", "text", "Content-Type", "text/plain");
    assertThat(xero.get(path).at("/Accounts/0/HasAttachments").asBoolean()).isTrue();
  }

  private String id(String code) {
    return xero.get("Accounts?" + XeroCalls.where("Code==\"" + code + "\""))
        .at("/Accounts/0/AccountID")
        .asText();
  }

  private static Map<String, Object> account() {
    return new HashMap<>(Map.of("Code", "Z1", "Name", "New account", "Type", "EXPENSE"));
  }

  private static Map<String, Object> bank() {
    return new HashMap<>(Map.of("Name", "New bank", "Type", "BANK", "BankAccountNumber", "12"));
  }
}
