package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code If-Modified-Since}: xero-api.md 2.4. */
@ExtendWith(SandboxExtension.class)
class DeltaRulesTest {

  private static final String SINCE = "If-Modified-Since";

  private XeroCalls xero;
  private String tenantId;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    tenantId = xero.firstOrganisation().get("tenantId").asText();
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ssXXX",
        "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
      })
  void the_documented_form_and_two_others_of_the_field_are_read_in_utc__doc(String form) {
    Instant before = now();
    xero.advance("PT10S");
    edit("PATCH", "accounts/429", Map.of("Name", "Renamed"));
    String since =
        DateTimeFormatter.ofPattern(form, Locale.ENGLISH).withZone(ZoneOffset.UTC).format(before);
    assertThat(codes(since)).containsExactly("429");
  }

  @Test
  void the_filter_counts_whole_seconds_and_leaves_out_the_second_itself__unverified() {
    edit("PATCH", "accounts/429", Map.of("Name", "Renamed"));
    String changed =
        xero.get("Accounts?" + XeroCalls.where("Code==\"429\""))
            .at("/Accounts/0/UpdatedDateUTC")
            .asText();
    Instant second =
        Instant.ofEpochSecond(Long.parseLong(changed.replaceAll("\\D*(\\d+)\\+.*", "$1")) / 1000);
    assertThat(codes(second.toString())).isEmpty();
    assertThat(codes(second.minusSeconds(1).toString())).containsExactly("429");
  }

  @ParameterizedTest
  @CsvSource({
    "Accounts, true",
    "Contacts, true",
    "Items, true",
    "Users, true",
    "BankTransactions, true",
    "Invoices, true",
    "CreditNotes, true",
    "ManualJournals, true",
    "PurchaseOrders, true",
    "Payments, true",
    "BatchPayments, true",
    "TaxRates, false",
    "TrackingCategories, false",
    "Currencies, false",
    "Organisation, false"
  })
  void an_endpoint_knows_the_header_or_ignores_it__spec(String endpoint, boolean known) {
    oneOfEach();
    String plural = endpoint.equals("Organisation") ? "/Organisations" : "/" + endpoint;
    assertThat(xero.get(endpoint).at(plural)).isNotEmpty();
    Reply later = xero.get(endpoint, SINCE, now().plusSeconds(60).toString().substring(0, 19));
    assertThat(later.status()).isEqualTo(200);
    assertThat(later.at(plural).isEmpty()).isEqualTo(known);
  }

  @Test
  void archived_accounts_come_without_any_flag__observed() {
    Instant before = now();
    xero.advance("PT10S");
    edit("PATCH", "accounts/429", Map.of("Status", "ARCHIVED"));
    Reply changed = xero.get("Accounts", SINCE, before.toString());
    assertThat(changed.at("/Accounts/0/Status").asText()).isEqualTo("ARCHIVED");
  }

  @Test
  void archived_contacts_come_only_with_include_archived__spec() {
    Instant before = now();
    xero.advance("PT10S");
    edit("PATCH", "contacts/" + ada, Map.of("ContactStatus", "ARCHIVED"));
    assertThat(xero.get("Contacts", SINCE, before.toString()).at("/Contacts")).isEmpty();
    assertThat(
            xero.get("Contacts?includeArchived=true", SINCE, before.toString())
                .json()
                .findValuesAsText("ContactStatus"))
        .containsExactly("ARCHIVED");
  }

  @Test
  void archived_tracking_comes_only_with_include_archived__spec() {
    edit("PATCH", "tracking-categories/Region", Map.of("Status", "ARCHIVED"));
    assertThat(xero.get("TrackingCategories").json().findValuesAsText("Name"))
        .contains("Project")
        .doesNotContain("Region", "Old Project");
    assertThat(xero.get("TrackingCategories?includeArchived=true").json().findValuesAsText("Name"))
        .contains("Region", "Old Project");
  }

  @Test
  void deleted_items_vanish__spec() {
    String id = xero.put("Items", all("Items", Map.of("Code", "I"))).at("/Items/0/ItemID").asText();
    xero.call("DELETE", "Items/" + id, null);
    assertThat(xero.get("Items").at("/Items")).isEmpty();
  }

  @Test
  void deleted_and_voided_documents_stay_visible_with_their_status__doc() {
    String spend =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "r", "1.00")))
            .at("/BankTransactions/0/BankTransactionID")
            .asText();
    String bill =
        xero.put("Invoices", all("Invoices", bill(ada, "B", "1.00")))
            .at("/Invoices/0/InvoiceID")
            .asText();
    Instant before = now();
    xero.advance("PT10S");
    xero.post("BankTransactions/" + spend, all("BankTransactions", Map.of("Status", "DELETED")));
    xero.post("Invoices/" + bill, all("Invoices", Map.of("Status", "VOIDED")));
    String since = before.toString();
    assertThat(xero.get("BankTransactions", SINCE, since).at("/BankTransactions/0/Status").asText())
        .isEqualTo("DELETED");
    assertThat(xero.get("Invoices", SINCE, since).at("/Invoices/0/Status").asText())
        .isEqualTo("VOIDED");
  }

  @Test
  void deleted_payments_stay_visible__unverified() {
    String payment = oneOfEach();
    xero.post("Payments/" + payment, Map.of("Status", "DELETED"));
    assertThat(xero.get("Payments").json().findValuesAsText("Status")).contains("DELETED");
  }

  @Test
  void becoming_a_supplier_does_not_move_the_change_date__doc() {
    JsonNode before = xero.get("Contacts/" + ada).at("/Contacts/0");
    xero.advance("PT10S");
    xero.put("Invoices", all("Invoices", bill(ada, "B", "1.00")));
    JsonNode after = xero.get("Contacts/" + ada).at("/Contacts/0");
    assertThat(after.get("IsSupplier").asBoolean()).isTrue();
    assertThat(after.get("UpdatedDateUTC")).isEqualTo(before.get("UpdatedDateUTC"));
  }

  @Test
  void the_due_date_of_a_part_paid_document_does_not_move_the_change_date__doc() {
    oneOfEach();
    JsonNode before = xero.get("Invoices?page=1").at("/Invoices/0");
    xero.advance("PT10S");
    Map<String, ?> later = Map.of("DueDate", "2026-06-30");
    Reply changed =
        xero.post("Invoices/" + before.get("InvoiceID").asText(), all("Invoices", later));
    assertThat(changed.at("/Invoices/0/DueDateString").asText()).startsWith("2026-06-30");
    assertThat(changed.at("/Invoices/0/UpdatedDateUTC")).isEqualTo(before.get("UpdatedDateUTC"));
  }

  @Test
  void the_header_combines_with_where_order_and_pages__doc() {
    Instant before = now();
    xero.advance("PT10S");
    for (String name : List.of("b", "a", "c")) {
      xero.put("BankTransactions", all("BankTransactions", spend(ada, name, "1.00")));
    }
    String path =
        "BankTransactions?page=1&pageSize=2&order=Reference%20DESC&"
            + XeroCalls.where("Reference!=\"c\"");
    Reply found = xero.get(path, SINCE, before.toString());
    assertThat(found.json().findValuesAsText("Reference")).containsExactly("b", "a");
    assertThat(xero.get(path, SINCE, now().plusSeconds(9).toString()).at("/BankTransactions"))
        .isEmpty();
  }

  @Test
  void a_malformed_header_is_a_failed_precondition__unverified() {
    assertThat(xero.get("Accounts", SINCE, "yesterday").status()).isEqualTo(412);
  }

  /** A bill that is paid in part, and one document of every other kind; gives the payment's id. */
  private String oneOfEach() {
    xero.put("Items", all("Items", Map.of("Code", "I")));
    xero.put("BankTransactions", all("BankTransactions", spend(ada, "r", "1.00")));
    String bill =
        xero.put("Invoices", all("Invoices", bill(ada, "B", "10.00")))
            .at("/Invoices/0/InvoiceID")
            .asText();
    Map<String, Object> note = bill(ada, "N", "1.00");
    note.put("Type", "ACCPAYCREDIT");
    note.put("CreditNoteNumber", note.remove("InvoiceNumber"));
    xero.put("CreditNotes", all("CreditNotes", note));
    Map<String, Object> order = bill(ada, "O", "1.00");
    order.keySet().removeAll(List.of("Type", "Status", "DueDate", "InvoiceNumber"));
    xero.put("PurchaseOrders", all("PurchaseOrders", order));
    xero.put(
        "ManualJournals",
        all(
            "ManualJournals",
            Map.of(
                "Narration",
                "n",
                "JournalLines",
                List.of(
                    Map.of("AccountCode", "429", "LineAmount", 1),
                    Map.of("AccountCode", "400", "LineAmount", -1)))));
    Map<String, Object> part = Map.of("Invoice", Map.of("InvoiceID", bill), "Amount", 1);
    xero.put(
        "BatchPayments",
        all(
            "BatchPayments",
            Map.of(
                "Account",
                Map.of("Code", "090"),
                "Date",
                "2026-03-05",
                "Payments",
                List.of(part))));
    return xero.put(
            "Payments",
            all(
                "Payments",
                Map.of(
                    "Invoice",
                    Map.of("InvoiceID", bill),
                    "Account",
                    Map.of("Code", "090"),
                    "Date",
                    "2026-03-05",
                    "Amount",
                    1)))
        .at("/Payments/0/PaymentID")
        .asText();
  }

  private List<String> codes(String since) {
    return xero.get("Accounts", SINCE, since).json().findValuesAsText("Code");
  }

  private Instant now() {
    return Instant.parse(xero.control("GET", "clock", null).at("/now").asText());
  }

  private void edit(String method, String path, Map<String, Object> body) {
    Reply reply = xero.control(method, "organisations/" + tenantId + "/" + path, body);
    assertThat(reply.status()).as(reply.body()).isLessThan(300);
  }
}
