package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes: xero-api.md 1.6. */
@ExtendWith(SandboxExtension.class)
class ScopeRulesTest {

  private static final List<String> ENDPOINTS =
      List.of(
          "Invoices",
          "CreditNotes",
          "PurchaseOrders",
          "Payments",
          "BatchPayments",
          "BankTransactions",
          "ManualJournals",
          "Accounts",
          "Currencies",
          "Items",
          "Organisation",
          "TaxRates",
          "TrackingCategories",
          "Users",
          "Contacts");

  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "accounting.invoices | Invoices CreditNotes PurchaseOrders",
        "accounting.payments | Payments BatchPayments",
        "accounting.banktransactions | BankTransactions",
        "accounting.manualjournals | ManualJournals",
        "accounting.settings | Accounts Currencies Items Organisation TaxRates TrackingCategories Users",
        "accounting.contacts | Contacts"
      })
  void a_granular_scope_covers_these_endpoints_and_no_others__doc(String scope, String covered) {
    List<String> allowed = List.of(covered.split(" "));
    for (String suffix : List.of("", ".read")) {
      XeroCalls client = with(scope + suffix);
      for (String endpoint : ENDPOINTS) {
        assertThat(client.get(endpoint).status())
            .as(scope + suffix + " " + endpoint)
            .isEqualTo(allowed.contains(endpoint) ? 200 : 401);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "accounting.invoices, Invoices",
    "accounting.payments, Payments",
    "accounting.banktransactions, BankTransactions",
    "accounting.manualjournals, ManualJournals",
    "accounting.settings, Accounts",
    "accounting.contacts, Contacts"
  })
  void the_read_form_of_a_scope_does_not_write__doc(String scope, String endpoint) {
    assertThat(with(scope + ".read").put(endpoint, "{}").status()).isEqualTo(401);
    assertThat(with(scope).put(endpoint, "{}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"accounting.transactions", "accounting.transactions.read"})
  void a_broad_scope_of_an_older_app_covers_what_replaced_it_until_2027_09_13__doc(String scope) {
    List<String> covered =
        List.of("Invoices", "Payments", "BankTransactions", "ManualJournals", "PurchaseOrders");
    XeroCalls before = with(scope);
    covered.forEach(one -> assertThat(before.get(one).status()).as(one).isEqualTo(200));
    assertThat(before.get("Contacts").status()).isEqualTo(401);
    xero.advance("P300D");
    XeroCalls after = with(scope);
    covered.forEach(one -> assertThat(after.get(one).status()).as(one).isEqualTo(401));
  }

  @Test
  void files_have_a_scope_of_their_own_and_notes_that_of_their_record__doc() {
    String path = "Contacts/" + xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    XeroCalls contacts = with("accounting.contacts");
    assertThat(contacts.get(path + "/Attachments").status()).isEqualTo(401);
    assertThat(contacts.get(path + "/History").status()).isEqualTo(200);
    assertThat(with("accounting.attachments.read").get(path + "/Attachments").status())
        .isEqualTo(200);
  }

  @Test
  void items_are_not_written_with_the_scope_for_invoices__observed() {
    Map<String, Object> item = Bodies.all("Items", Map.of("Code", "I"));
    XeroCalls poor = with("accounting.invoices accounting.settings.read");
    Reply refused = poor.put("Items", item);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
    assertThat(poor.get("Items").status()).isEqualTo(200);
    assertThat(with("accounting.settings").put("Items", item).status()).isEqualTo(200);
  }

  @Test
  void scopes_add_up_over_consents_and_an_old_token_does_not_grow__doc() {
    ConsentCalls app = new ConsentCalls(xero).with("scope", "offline_access accounting.settings");
    Reply old = app.tokens();
    XeroCalls before = client(old);
    app.with("scope", "accounting.contacts").tokens();
    XeroCalls after = client(app.tokens());
    assertThat(after.get("Contacts").status()).isEqualTo(200);
    assertThat(after.get("Accounts").status()).isEqualTo(200);
    assertThat(before.get("Contacts").status()).isEqualTo(401);
    XeroCalls refreshed = client(app.refresh(old.at("/refresh_token").asText()));
    assertThat(refreshed.get("Contacts").status()).isEqualTo(401);
  }

  private XeroCalls client(Reply tokens) {
    return new XeroCalls(xero.url())
        .token(tokens.at("/access_token").asText())
        .tenant(xero.firstOrganisation().get("tenantId").asText());
  }

  private XeroCalls with(String scopes) {
    String form = "grant_type=client_credentials&scope=" + scopes.replace(" ", "+");
    return new XeroCalls(xero.url())
        .token(xero.tokenReply("sandbox", "sandbox", form).at("/access_token").asText());
  }
}
