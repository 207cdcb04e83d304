package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static io.ledgerway.sandbox.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spend and receive money: xero-api.md 4.5. */
@ExtendWith(SandboxExtension.class)
class BankTransactionTest {

  private static final String ZERO = "00000000-0000-0000-0000-000000000000";
  private static final String EACH = "BankTransactions?summarizeErrors=false";

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    ada = contact("ada.kerr@acme.example");
  }

  @Test
  void tax_is_computed_per_line_and_rounded_half_up__doc() {
    Map<String, Object> spend = spend(ada, "r1", "25.06", "25.61", "25.63");
    spend.put("LineAmountTypes", "Exclusive");

    JsonNode made =
        xero.put("BankTransactions", all("BankTransactions", spend)).at("/BankTransactions/0");

    assertThat(made.get("TotalTax").decimalValue()).isEqualByComparingTo("11.44");
    assertThat(made.get("Total").decimalValue()).isEqualByComparingTo("87.74");
  }

  @Test
  void amounts_are_inclusive_when_nothing_is_said__doc() {
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
  void one_bad_element_does_not_stop_the_others__doc() {
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
  void without_summarize_errors_false_the_answer_is_400_and_the_good_ones_are_saved__observed() {
    Map<String, Object> bad = spend(ada, "bad", "5.00");
    Bodies.line(bad, 0).put("AccountCode", "457");

    Reply reply =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "a", "1.00"), bad));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(10);
    assertThat(reply.at("/Elements")).hasSize(1);
    assertThat(reply.at("/Elements/0/ValidationErrors/0/Message").asText())
        .isEqualTo(
            "Account code '457' has been archived, or has been deleted. Each line item must"
                + " reference a valid account.");
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void a_tax_amount_of_its_own_is_refused__doc() {
    assertThat(errorOf(lineWith("TaxAmount", "0.01"))).contains("tax amount");
  }

  @Test
  void zero_and_negative_totals_are_refused__doc() {
    assertThat(errorOf(spend(ada, "r", "0.00"))).contains("zero");
    assertThat(errorOf(spend(ada, "r", "5.00", "-6.00"))).contains("zero");
    assertThat(errorOf(spend(ada, "r", "5.00", "-5.00"))).contains("zero");
  }

  @Test
  void tracking_is_found_by_ids_and_by_names_and_answered_with_both__doc() {
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
  void an_archived_option_is_refused__3p() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    Bodies.line(spend, 0).put("Tracking", List.of(Map.of("Name", "Region", "Option", "Overseas")));
    assertThat(errorOf(spend)).startsWith("Unknown tracking details.");
  }

  @Test
  void a_wrong_literal_refuses_the_whole_request_and_saves_nothing__observed() {
    Map<String, Object> bad = spend(ada, "bad", "5.00");
    bad.put("LineAmountTypes", "NO_TAX");

    Reply reply = xero.put(EACH, all("BankTransactions", spend(ada, "a", "1.00"), bad));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(14);
    assertThat(reply.at("/Type").asText()).isEqualTo("PostDataInvalidException");
    assertThat(reply.at("/Message").asText()).contains("BankTransactions[1].LineAmountTypes");
    assertThat(saved()).isZero();
  }

  @ParameterizedTest(name = "a bank transaction without {0} is refused __doc")
  @ValueSource(strings = {"Type", "Contact", "LineItems", "BankAccount"})
  void required(String property) {
    assertThat(errorOf(with(spend(ada, "r", "1.00"), property, null))).isNotEmpty();
  }

  @ParameterizedTest(name = "type {0}: {1} __doc")
  @CsvSource({
    "SPEND,OK",
    "RECEIVE,OK",
    "SPEND-OVERPAYMENT,OK",
    "RECEIVE-OVERPAYMENT,OK",
    "SPEND-PREPAYMENT,OK",
    "RECEIVE-PREPAYMENT,OK",
    "SPEND-TRANSFER,ERROR",
    "RECEIVE-TRANSFER,ERROR"
  })
  void types(String type, String outcome) {
    assertThat(put(with(spend(ada, "r", "1.00"), "Type", type)).get("StatusAttributeString"))
        .hasToString('"' + outcome + '"');
  }

  @Test
  void an_overpayment_has_exactly_one_line__doc() {
    Map<String, Object> two = spend(ada, "r", "1.00", "2.00");
    assertThat(errorOf(with(two, "Type", "SPEND-OVERPAYMENT"))).contains("exactly one");
    assertThat(put(with(two, "Type", "SPEND-PREPAYMENT")).has("ValidationErrors")).isFalse();
  }

  @ParameterizedTest(name = "{0}: reference {1}, currency {2} __doc")
  @CsvSource({
    "SPEND,r,NZD",
    "RECEIVE,r,NZD",
    "SPEND-OVERPAYMENT,,USD",
    "RECEIVE-OVERPAYMENT,,USD",
    "SPEND-PREPAYMENT,,NZD"
  })
  void misplaced(String type, String reference, String currency) {
    Map<String, Object> spend = with(spend(ada, "r", "1.00"), "Type", type);
    JsonNode made = put(with(spend, "CurrencyCode", currency));
    assertThat(made.path("Reference").asText(null)).isEqualTo(reference);
    assertThat(made.get("CurrencyCode").asText()).isEqualTo(currency);
  }

  @Test
  void a_url_must_not_name_xero__doc() {
    assertThat(errorOf(with(spend(ada, "r", "1.00"), "Url", "https://xero.example/1")))
        .isNotEmpty();
    assertThat(put(with(spend(ada, "r", "1.00"), "Url", "https://a.example/1")).get("Url").asText())
        .isEqualTo("https://a.example/1");
  }

  @ParameterizedTest(name = "a line with {0} {1} is refused __doc")
  @CsvSource({"Description,''", "Quantity,0", "Quantity,-1", "UnitAmount,0", "AccountCode,''"})
  void lines(String property, String value) {
    assertThat(errorOf(lineWith(property, value))).isNotEmpty();
  }

  @Test
  void a_line_may_have_its_amount_without_quantity_or_unit_amount__doc() {
    Map<String, Object> spend = lineWith("LineAmount", "12.30");
    Bodies.line(spend, 0).remove("UnitAmount");
    Bodies.line(spend, 0).put("Quantity", 3);
    assertThat(put(spend).at("/LineItems/0/UnitAmount").decimalValue())
        .isEqualByComparingTo("4.10");
    Bodies.line(spend, 0).remove("Quantity");
    JsonNode line = put(spend).at("/LineItems/0");
    assertThat(line.get("UnitAmount").decimalValue()).isEqualByComparingTo("12.30");
    assertThat(line.get("Quantity").decimalValue()).isEqualByComparingTo("1");
  }

  @Test
  void negative_lines_are_allowed_while_the_total_is_above_zero__doc() {
    assertThat(put(spend(ada, "r", "5.00", "-4.00")).get("Total").decimalValue())
        .isEqualByComparingTo("1.00");
  }

  @Test
  void the_right_tax_amount_may_be_sent__doc() {
    assertThat(put(lineWith("TaxAmount", "0.13")).get("StatusAttributeString").asText())
        .isEqualTo("OK");
  }

  @Test
  void an_item_goes_with_spend_and_receive_only__doc() {
    xero.put("Items", Map.of("Code", "I"));
    Map<String, Object> spend = lineWith("ItemCode", "I");
    assertThat(put(spend).get("StatusAttributeString").asText()).isEqualTo("OK");
    assertThat(errorOf(with(spend, "Type", "SPEND-PREPAYMENT")))
        .isEqualTo("Item code 'I' is not valid");
  }

  @Test
  void prepayments_and_overpayments_are_neither_changed_nor_deleted__doc() {
    for (String type : List.of("SPEND-PREPAYMENT", "RECEIVE-OVERPAYMENT")) {
      String id =
          put(with(spend(ada, "r", "1.00"), "Type", type)).get("BankTransactionID").asText();
      assertThat(xero.post("BankTransactions/" + id, Map.of("Status", "DELETED")).status())
          .isEqualTo(400);
    }
  }

  @Test
  void a_change_of_tax_treatment_computes_the_tax_anew__doc() {
    String id = put(spend(ada, "r", "115.00")).get("BankTransactionID").asText();
    Map<String, Object> change = Map.of("LineAmountTypes", "Exclusive");
    JsonNode after = xero.post("BankTransactions/" + id, change).at("/BankTransactions/0");
    assertThat(after.get("TotalTax").decimalValue()).isEqualByComparingTo("17.25");
    assertThat(after.get("Total").decimalValue()).isEqualByComparingTo("132.25");
  }

  private JsonNode put(Map<String, Object> spend) {
    return xero.put(EACH, all("BankTransactions", spend)).at("/BankTransactions/0");
  }

  private Map<String, Object> lineWith(String field, Object value) {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    Bodies.line(spend, 0).put(field, value);
    return spend;
  }

  private String errorOf(Map<String, Object> spend) {
    JsonNode element = put(spend);
    assertThat(element.get("StatusAttributeString").asText()).isEqualTo("ERROR");
    return element.at("/ValidationErrors/0/Message").asText();
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
