package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class BankTransactionTest {

  private static final String ZERO = "00000000-0000-0000-0000-000000000000";
  private static final String EACH = "BankTransactions?summarizeErrors=false";

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    ada = contact("ada.kerr@acme.example");
  }

  @Test
  void tax_is_computed_per_line_and_rounded_half_up() {
    Map<String, Object> spend = spend(ada, "r1", "25.06", "25.61", "25.63");
    spend.put("LineAmountTypes", "Exclusive");

    JsonNode made =
        xero.put("BankTransactions", all("BankTransactions", spend)).at("/BankTransactions/0");

    assertThat(made.get("TotalTax").decimalValue()).isEqualByComparingTo("11.44");
    assertThat(made.get("Total").decimalValue()).isEqualByComparingTo("87.74");
  }

  @Test
  void amounts_are_inclusive_when_nothing_is_said() {
    Map<String, Object> spend = spend(ada, "r1", "115.00");
    spend.remove("LineAmountTypes");

    JsonNode made =
        xero.put("BankTransactions", all("BankTransactions", spend)).at("/BankTransactions/0");

    assertThat(made.get("LineAmountTypes").asText()).isEqualTo("Inclusive");
    assertThat(made.get("SubTotal").decimalValue()).isEqualByComparingTo("100.00");
    assertThat(made.get("TotalTax").decimalValue()).isEqualByComparingTo("15.00");
    assertThat(made.at("/LineItems/0/TaxType").asText()).isEqualTo("INPUT2");
  }

  @Test
  void one_bad_element_does_not_stop_the_others() {
    Map<String, Object> bad = spend(ada, "bad", "5.00");
    Bodies.line(bad, 0).put("AccountCode", "999");

    Reply reply =
        xero.put(
            EACH, all("BankTransactions", spend(ada, "a", "1.00"), bad, spend(ada, "b", "2.00")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().findValuesAsText("StatusAttributeString"))
        .containsExactly("OK", "ERROR", "OK");
    assertThat(reply.at("/BankTransactions/1/BankTransactionID").asText()).isEqualTo(ZERO);
    assertThat(reply.at("/BankTransactions/1/Reference").asText()).isEqualTo("bad");
    assertThat(reply.at("/BankTransactions/1/ValidationErrors/0/Message").asText())
        .isEqualTo("Account code '999' is not a valid code for this document.");
    assertThat(saved()).isEqualTo(2);
  }

  @Test
  void without_summarize_errors_false_the_answer_is_400_and_the_good_ones_are_saved() {
    Map<String, Object> bad = spend(ada, "bad", "5.00");
    Bodies.line(bad, 0).put("AccountCode", "457");

    Reply reply =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "a", "1.00"), bad));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(10);
    assertThat(reply.at("/Elements")).hasSize(1);
    assertThat(reply.at("/Elements/0/ValidationErrors/0/Message").asText())
        .isEqualTo(
            "Account code '457' has been archived, or has been deleted. Each line item must reference a valid account.");
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void an_output_tax_is_refused_on_an_expense_account() {
    assertThat(errorOf(lineWith("TaxType", "OUTPUT2")))
        .isEqualTo("The TaxType code 'OUTPUT2' cannot be used with account code '429'.");
  }

  @Test
  void an_unknown_tax_type_is_refused() {
    assertThat(errorOf(lineWith("TaxType", "INPUT9")))
        .isEqualTo(
            "The TaxType code INPUT9 does not exist or cannot be used for this type of transaction.");
  }

  @Test
  void a_tax_amount_of_its_own_is_refused() {
    assertThat(errorOf(lineWith("TaxAmount", "0.01"))).contains("tax amount");
  }

  @Test
  void an_archived_contact_is_refused() {
    assertThat(errorOf(spend(contact("max.former@acme.example"), "r", "1.00")))
        .startsWith("The contact with the specified contact details has been archived.");
  }

  @Test
  void a_date_on_the_lock_date_is_refused_and_the_day_after_is_not() {
    lock("periodLockDate", "2026-03-04");
    assertThat(errorOf(spend(ada, "r", "1.00")))
        .isEqualTo(
            "The document date cannot be before the period lock date, currently set at 04-Mar-2026");
    lock("periodLockDate", "2026-03-03");
    assertThat(
            xero.put(EACH, all("BankTransactions", spend(ada, "r", "1.00")))
                .at("/BankTransactions/0/StatusAttributeString")
                .asText())
        .isEqualTo("OK");
  }

  @Test
  void a_currency_that_the_organisation_does_not_have_is_refused() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("CurrencyCode", "CHF");
    assertThat(errorOf(spend)).isEqualTo("Organisation is not subscribed to currency CHF");
  }

  @Test
  void the_currency_is_the_bank_accounts_whatever_is_sent() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("CurrencyCode", "USD");
    JsonNode made =
        xero.put("BankTransactions", all("BankTransactions", spend)).at("/BankTransactions/0");
    assertThat(made.get("CurrencyCode").asText()).isEqualTo("NZD");
  }

  @Test
  void an_account_that_is_no_bank_account_is_refused() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("BankAccount", Map.of("Code", "429"));
    assertThat(errorOf(spend))
        .isEqualTo("The specified bank account details do not match a known bank account");
  }

  @Test
  void zero_and_negative_totals_are_refused() {
    assertThat(errorOf(spend(ada, "r", "0.00"))).contains("zero");
    assertThat(errorOf(spend(ada, "r", "5.00", "-6.00"))).contains("zero");
    assertThat(errorOf(spend(ada, "r", "5.00", "-5.00"))).contains("zero");
  }

  @Test
  void a_url_must_be_absolute() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("Url", "/expenses/1");
    assertThat(errorOf(spend)).isEqualTo("Url must be a valid absolute url");
  }

  @Test
  void tracking_is_found_by_ids_and_by_names_and_answered_with_both() {
    JsonNode region = xero.get("TrackingCategories").at("/TrackingCategories/0");
    Map<String, Object> spend = spend(ada, "r", "1.00");
    Bodies.line(spend, 0)
        .put(
            "Tracking",
            List.of(
                Map.of(
                    "TrackingCategoryID", region.get("TrackingCategoryID").asText(),
                    "TrackingOptionID", region.at("/Options/0/TrackingOptionID").asText()),
                Map.of("Name", "Project", "Option", "website")));

    JsonNode tracking =
        xero.put("BankTransactions", all("BankTransactions", spend))
            .at("/BankTransactions/0/LineItems/0/Tracking");

    assertThat(tracking.findValuesAsText("Option")).containsExactly("North", "Website");
  }

  @Test
  void an_archived_option_is_refused() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    Bodies.line(spend, 0).put("Tracking", List.of(Map.of("Name", "Region", "Option", "Overseas")));
    assertThat(errorOf(spend)).startsWith("Unknown tracking details.");
  }

  @Test
  void a_wrong_literal_refuses_the_whole_request_and_saves_nothing() {
    Map<String, Object> bad = spend(ada, "bad", "5.00");
    bad.put("LineAmountTypes", "NO_TAX");

    Reply reply = xero.put(EACH, all("BankTransactions", spend(ada, "a", "1.00"), bad));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(14);
    assertThat(reply.at("/Type").asText()).isEqualTo("PostDataInvalidException");
    assertThat(reply.at("/Message").asText()).contains("BankTransactions[1].LineAmountTypes");
    assertThat(saved()).isZero();
  }

  @Test
  void a_contact_sent_with_more_than_its_id_is_rewritten() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("Contact", Map.of("ContactID", ada, "EmailAddress", "new@acme.example"));
    xero.put("BankTransactions", all("BankTransactions", spend));
    assertThat(xero.get("Contacts/" + ada).at("/Contacts/0/EmailAddress").asText())
        .isEqualTo("new@acme.example");
  }

  private Map<String, Object> lineWith(String field, Object value) {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    Bodies.line(spend, 0).put(field, value);
    return spend;
  }

  private String errorOf(Map<String, Object> spend) {
    JsonNode element = xero.put(EACH, all("BankTransactions", spend)).at("/BankTransactions/0");
    assertThat(element.get("StatusAttributeString").asText()).isEqualTo("ERROR");
    return element.at("/ValidationErrors/0/Message").asText();
  }

  private void lock(String which, String date) {
    String tenantId = xero.firstOrganisation().get("tenantId").asText();
    xero.control("PATCH", "organisations/" + tenantId, Map.of(which, date));
  }

  private int saved() {
    return xero.get("BankTransactions?page=1").at("/pagination/itemCount").asInt();
  }

  private String contact(String email) {
    return xero.get(
            "Contacts?includeArchived=true&" + XeroCalls.where("EmailAddress==\"" + email + "\""))
        .at("/Contacts/0/ContactID")
        .asText();
  }
}
