package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.line;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code summarizeErrors}, {@code unitdp} and sizes: xero-api.md 2.7, 2.9, 6.2. */
@ExtendWith(SandboxExtension.class)
class BatchRulesTest {

  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void every_element_comes_back_for_itself_with_summarize_errors_false__doc() {
    Reply reply = bills("Invoices?summarizeErrors=false");
    assertThat(reply.status()).isEqualTo(200);
    JsonNode made = reply.at("/Invoices");
    assertThat(made.findValuesAsText("StatusAttributeString")).containsExactly("OK", "ERROR");
    assertThat(made.at("/0/InvoiceID").asText()).isNotEqualTo(ZERO);
    assertThat(made.at("/1/InvoiceID").asText()).isEqualTo(ZERO);
    assertThat(made.at("/1/HasErrors").asBoolean()).isTrue();
    assertThat(made.at("/1/ValidationErrors/0/Message").asText()).contains("999");
    assertThat(made.at("/1/InvoiceNumber").asText()).isEqualTo("B-2");
  }

  @Test
  void a_warning_has_its_own_status__spec() {
    Map<String, ?> journal =
        Map.of(
            "Narration",
            "n",
            "JournalLines",
            List.of(
                Map.of("AccountCode", "429", "LineAmount", 1),
                Map.of("AccountCode", "400", "LineAmount", -1),
                Map.of("AccountCode", "nope", "LineAmount", 0)));
    JsonNode made =
        xero.put("ManualJournals?summarizeErrors=false", all("ManualJournals", journal))
            .at("/ManualJournals/0");
    assertThat(made.get("StatusAttributeString").asText()).isEqualTo("WARNING");
    assertThat(made.at("/Warnings/0/Message").asText())
        .isEqualTo(
            "Account code 'nope' has been removed as it does not match a recognised account.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invoices", "Invoices?summarizeErrors=true"})
  void left_out_the_answer_is_a_400_with_only_the_failed_elements__observed(String path) {
    Reply reply = bills(path);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(10);
    assertThat(reply.at("/Type").asText()).isEqualTo("ValidationException");
    assertThat(reply.at("/Message").asText()).isEqualTo("A validation exception occurred");
    assertThat(reply.at("/Elements")).hasSize(1);
    assertThat(reply.at("/Elements/0/InvoiceID").asText()).isEqualTo(ZERO);
    assertThat(reply.at("/Elements/0").has("StatusAttributeString")).isFalse();
  }

  @Test
  void the_good_elements_of_a_failed_call_are_saved__observed() {
    bills("Invoices");
    assertThat(xero.get("Invoices").json().findValuesAsText("InvoiceNumber"))
        .containsExactly("B-1");
  }

  @Test
  void contacts_and_payments_say_has_validation_errors__doc() {
    JsonNode contact =
        xero.put("Contacts?summarizeErrors=false", all("Contacts", Map.of("Name", "Ada Kerr")))
            .at("/Contacts/0");
    assertThat(contact.get("HasValidationErrors").asBoolean()).isTrue();
    assertThat(contact.get("ContactID").asText()).isEqualTo(ZERO);
    JsonNode payment =
        xero.put("Payments?summarizeErrors=false", all("Payments", Map.of("Amount", 1)))
            .at("/Payments/0");
    assertThat(payment.get("HasValidationErrors").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Contacts, ContactID",
    "Invoices, InvoiceID",
    "CreditNotes, CreditNoteID",
    "BankTransactions, BankTransactionID",
    "Items, ItemID",
    "ManualJournals, ManualJournalID",
    "PurchaseOrders, PurchaseOrderID",
    "Payments, PaymentID",
    "BatchPayments, BatchPaymentID"
  })
  void these_endpoints_know_summarize_errors__spec(String endpoint, String id) {
    Map<String, ?> bad = all(endpoint, Map.of("Reference", "nothing else"));
    Reply each = xero.put(endpoint + "?summarizeErrors=false", bad);
    assertThat(each.status()).isEqualTo(200);
    JsonNode failed = each.at("/" + endpoint + "/0");
    assertThat(failed.get("StatusAttributeString").asText()).isEqualTo("ERROR");
    assertThat(failed.get(id).asText()).isEqualTo(ZERO);
    assertThat(failed.get("ValidationErrors")).isNotEmpty();
    assertThat(xero.put(endpoint, bad).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"Accounts, Code", "TaxRates, ReportTaxType", "TrackingCategories, Status"})
  void these_take_one_record_per_call_and_ignore_the_others__doc(String endpoint, String field) {
    if (endpoint.equals("TrackingCategories")) {
      String tenant = xero.firstOrganisation().get("tenantId").asText();
      xero.control(
          "PATCH",
          "organisations/" + tenant + "/tracking-categories/Region",
          Map.of("Status", "ARCHIVED"));
    }
    String before = xero.get(endpoint).body();
    Reply made =
        xero.put(
            endpoint + "?summarizeErrors=false", all(endpoint, one(endpoint, 1), one(endpoint, 2)));
    assertThat(made.at("/" + endpoint)).hasSize(1);
    assertThat(made.at("/" + endpoint + "/0").has(field)).isTrue();
    List<String> names = xero.get(endpoint).json().findValuesAsText("Name");
    assertThat(before).doesNotContain("New 1");
    assertThat(names).contains("New 1").doesNotContain("New 2");
  }

  @Test
  void an_error_of_an_account_is_not_hidden_by_summarize_errors_false__doc() {
    Reply refused =
        xero.put(
            "Accounts?summarizeErrors=false",
            all("Accounts", Map.of("Code", "X", "Name", "Advertising", "Type", "EXPENSE")));
    assertThat(refused.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invoices", "CreditNotes", "BankTransactions"})
  void unit_amounts_have_two_decimals_and_four_with_unitdp__doc(String endpoint) {
    Map<String, Object> document =
        endpoint.startsWith("Bank") ? spend(ada, "r", "1.2345") : bill(ada, "B", "1.2345");
    if (endpoint.equals("CreditNotes")) {
      document.put("Type", "ACCPAYCREDIT");
      document.remove("InvoiceNumber");
    }
    line(document, 0).put("Quantity", 100);
    JsonNode two = xero.put(endpoint, all(endpoint, document)).at("/" + endpoint + "/0");
    JsonNode four =
        xero.put(endpoint + "?unitdp=4", all(endpoint, document)).at("/" + endpoint + "/0");
    assertThat(unit(two)).isEqualTo("1.23");
    assertThat(unit(four)).isEqualTo("1.2345");
    assertThat(two.at("/LineItems/0/LineAmount").decimalValue()).isEqualByComparingTo("123.00");
    assertThat(four.at("/LineItems/0/LineAmount").decimalValue()).isEqualByComparingTo("123.45");
    String id = four.get(endpoint.replaceFirst("s$", "ID")).asText();
    assertThat(unit(xero.get(endpoint + "/" + id + "?unitdp=4").at("/" + endpoint + "/0")))
        .isEqualTo("1.2345");
    assertThat(unit(xero.get(endpoint + "/" + id).at("/" + endpoint + "/0"))).isEqualTo("1.23");
  }

  @Test
  void purchase_orders_always_keep_four_decimals__doc() {
    Map<String, Object> order = spend(ada, "r", "1.2345");
    order.keySet().removeAll(List.of("Type", "BankAccount"));
    Reply made = xero.put("PurchaseOrders", all("PurchaseOrders", order));
    assertThat(unit(made.at("/PurchaseOrders/0"))).isEqualTo("1.2345");
  }

  @Test
  void totals_and_tax_have_two_decimals__doc() {
    JsonNode made =
        xero.put("Invoices?unitdp=4", all("Invoices", bill(ada, "B", "0.3333", "0.3333")))
            .at("/Invoices/0");
    for (String amount : List.of("SubTotal", "TotalTax", "Total", "AmountDue")) {
      assertThat(made.get(amount).decimalValue().stripTrailingZeros().scale())
          .as(amount)
          .isLessThanOrEqualTo(2);
    }
  }

  @Test
  void fifty_elements_go_in_one_call__doc() {
    Object[] spends = IntStream.range(0, 50).mapToObj(i -> spend(ada, "r" + i, "1.00")).toArray();
    assertThat(
            xero.put("BankTransactions?summarizeErrors=false", all("BankTransactions", spends))
                .at("/BankTransactions"))
        .hasSize(50);
  }

  @ParameterizedTest
  @CsvSource({"500, 200", "501, 400"})
  void items_take_at_most_500_elements__doc(int count, int status) {
    Object[] items = IntStream.range(0, count).mapToObj(i -> Map.of("Code", "I" + i)).toArray();
    assertThat(xero.put("Items", all("Items", items)).status()).isEqualTo(status);
  }

  private Reply bills(String path) {
    Map<String, Object> bad = bill(ada, "B-2", "1.00");
    line(bad, 0).put("AccountCode", "999");
    return xero.put(path, all("Invoices", bill(ada, "B-1", "1.00"), bad));
  }

  private static Map<String, Object> one(String endpoint, int number) {
    String name = "New " + number;
    return switch (endpoint) {
      case "Accounts" -> Map.of("Code", "N" + number, "Name", name, "Type", "EXPENSE");
      case "TaxRates" ->
          Map.of(
              "Name",
              name,
              "ReportTaxType",
              "INPUT",
              "TaxComponents",
              List.of(Map.of("Name", "A", "Rate", "5")));
      default -> Map.of("Name", name);
    };
  }

  private static String unit(JsonNode document) {
    return document.at("/LineItems/0/UnitAmount").decimalValue().toPlainString();
  }
}
