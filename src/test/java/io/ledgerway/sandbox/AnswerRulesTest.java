package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.spend;
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

/** Headers, the envelope and dates: xero-api.md 2.1 to 2.3, 6.1. */
@ExtendWith(SandboxExtension.class)
class AnswerRulesTest {

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void a_call_without_a_token_is_not_let_in__doc() {
    assertThat(xero.get("Accounts", "Authorization", null).status()).isEqualTo(401);
    assertThat(xero.get("Accounts", "Authorization", "Basic c2FuZGJveA==").status()).isEqualTo(401);
  }

  @Test
  void the_tenant_headers_name_may_be_in_any_case_and_a_wrong_one_is_403__doc() {
    String tenant = xero.firstOrganisation().get("tenantId").asText();
    assertThat(xero.get("Accounts", "XERO-TENANT-ID", tenant).status()).isEqualTo(200);
    for (String wrong : List.of("nonsense", "7311b70a-e270-46e9-a182-84031e99b222")) {
      assertThat(xero.get("Accounts", "xero-tenant-id", wrong).status()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({"application/json, application/json", "*/*, text/xml", "application/xml, text/xml"})
  void xml_comes_unless_json_is_asked_for__doc(String accept, String type) {
    Reply reply = xero.get("Accounts", "Accept", accept);
    assertThat(reply.header("Content-Type")).startsWith(type);
    if (type.endsWith("xml")) {
      assertThat(reply.body()).startsWith("<Response>").contains("<Account>", "<Status>OK<");
    }
  }

  @Test
  void a_single_bill_comes_as_pdf_when_that_is_asked_for_and_a_spend_does_not__doc() {
    String bill =
        xero.put("Invoices", all("Invoices", bill(ada, "B-1", "1.00")))
            .at("/Invoices/0/InvoiceID")
            .asText();
    Reply pdf = xero.get("Invoices/" + bill, "Accept", "application/pdf");
    assertThat(pdf.header("Content-Type")).startsWith("application/pdf");
    assertThat(pdf.body()).startsWith("%PDF-");
    String spend =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "r", "1.00")))
            .at("/BankTransactions/0/BankTransactionID")
            .asText();
    assertThat(
            xero.get("BankTransactions/" + spend, "Accept", "application/pdf")
                .header("Content-Type"))
        .startsWith("text/xml");
  }

  @Test
  void a_refusal_comes_as_xml_too__observed() {
    Reply reply = xero.get("Accounts?where=hi", "Accept", "application/xml");
    assertThat(reply.body())
        .startsWith("<ApiException><ErrorNumber>16</ErrorNumber><Type>QueryParseException</Type>");
  }

  @Test
  void every_answer_has_a_correlation_id_of_its_own_and_none_an_etag__xero_code() {
    Reply one = xero.get("Accounts");
    Reply two = xero.get("Nothing");
    assertThat(one.header("xero-correlation-id")).isNotEqualTo(two.header("xero-correlation-id"));
    assertThat(two.header("xero-correlation-id")).isNotBlank();
    assertThat(one.header("ETag")).isNull();
    assertThat(xero.get("Accounts", "If-Match", "\"x\"").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Organisation, Organisations",
    "Organisation/Actions, Actions",
    "Accounts, Accounts",
    "TaxRates, TaxRates",
    "TrackingCategories, TrackingCategories",
    "Currencies, Currencies",
    "Users, Users",
    "Items, Items",
    "Contacts, Contacts",
    "BankTransactions, BankTransactions",
    "Invoices, Invoices",
    "CreditNotes, CreditNotes",
    "PurchaseOrders, PurchaseOrders",
    "ManualJournals, ManualJournals",
    "Payments, Payments",
    "BatchPayments, BatchPayments"
  })
  void a_good_answer_stands_in_this_envelope__observed(String path, String plural) {
    JsonNode body = xero.get(path).json();
    assertThat(body.get("Id").asText()).hasSize(36);
    assertThat(body.get("Status").asText()).isEqualTo("OK");
    assertThat(body.get("ProviderName").asText()).isEqualTo("Sandbox app");
    assertThat(body.get("DateTimeUTC").asText()).matches("/Date\\(\\d+\\)/");
    assertThat(body.get(plural).isArray()).isTrue();
    assertThat(xero.get(path).json().get("Id")).isNotEqualTo(body.get("Id"));
  }

  @Test
  void files_and_notes_have_their_plural_and_one_record_is_an_array_too__observed() {
    String path = "Contacts/" + ada;
    assertThat(xero.get(path + "/Attachments").json().get("Attachments").isArray()).isTrue();
    assertThat(xero.get(path + "/History").json().get("HistoryRecords").isArray()).isTrue();
    assertThat(xero.get(path).at("/Contacts")).hasSize(1);
  }

  @Test
  void unknown_fields_are_dropped_silently__observed() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("Nonsense", Map.of("a", 1));
    JsonNode made = xero.put("BankTransactions", all("BankTransactions", spend)).json();
    assertThat(made.toString()).doesNotContain("Nonsense");
  }

  @Test
  void property_names_are_read_in_any_case_and_enum_literals_are_not__observed() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("reference", spend.remove("Reference"));
    spend.put("lineamounttypes", "NoTax");
    spend.remove("LineAmountTypes");
    JsonNode made = xero.put("BankTransactions", all("BankTransactions", spend)).json();
    assertThat(made.at("/BankTransactions/0/Reference").asText()).isEqualTo("r");
    assertThat(made.at("/BankTransactions/0/LineAmountTypes").asText()).isEqualTo("NoTax");
    spend.put("lineamounttypes", "NO_TAX");
    Reply refused = xero.put("BankTransactions", all("BankTransactions", spend));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/Type").asText()).isEqualTo("PostDataInvalidException");
    assertThat(refused.at("/Message").asText())
        .startsWith("Error converting value \"NO_TAX\" to type '")
        .contains("LineAmountType'. Path 'BankTransactions[0].LineAmountTypes'");
  }

  @Test
  void money_is_a_json_number__observed() {
    JsonNode made =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "r", "1.00")))
            .at("/BankTransactions/0");
    for (String amount : List.of("Total", "SubTotal", "TotalTax", "CurrencyRate")) {
      assertThat(made.get(amount).isNumber()).as(amount).isTrue();
    }
  }

  @Test
  void dates_come_as_milliseconds_in_utc_with_an_iso_twin__observed() {
    JsonNode made =
        xero.put("Invoices", all("Invoices", bill(ada, "B-1", "1.00"))).at("/Invoices/0");
    assertThat(made.get("Date").asText()).isEqualTo("/Date(1772582400000+0000)/");
    assertThat(made.get("DateString").asText()).isEqualTo("2026-03-04T00:00:00");
    assertThat(made.get("DueDate").asText()).isEqualTo("/Date(1773964800000+0000)/");
    assertThat(made.get("DueDateString").asText()).isEqualTo("2026-03-20T00:00:00");
    assertThat(made.get("UpdatedDateUTC").asText()).matches("/Date\\(\\d+\\+0000\\)/");
  }

  @Test
  void the_change_date_has_an_iso_twin_where_it_was_added_in_2026__spec() {
    JsonNode bill =
        xero.put("Invoices", all("Invoices", bill(ada, "B-1", "5.00"))).at("/Invoices/0");
    assertThat(bill.get("UpdatedDateUTCString").asText()).endsWith("Z");
    JsonNode paid =
        xero.put(
                "Payments",
                all(
                    "Payments",
                    Map.of(
                        "Invoice",
                        Map.of("InvoiceID", bill.get("InvoiceID").asText()),
                        "Account",
                        Map.of("Code", "090"),
                        "Date",
                        "2026-03-05",
                        "Amount",
                        1)))
            .at("/Payments/0");
    assertThat(paid.get("UpdatedDateUTCString").asText()).endsWith("Z");
    JsonNode spend =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "r", "1.00")))
            .at("/BankTransactions/0");
    assertThat(spend.has("UpdatedDateUTCString")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-04",
        "2026-03-04T00:00:00",
        "2026-03-04T23:30:00Z",
        "2026-03-04T01:00:00+13:00",
        "/Date(1772582400000)/",
        "/Date(1772582400000+0000)/"
      })
  void a_date_is_sent_in_any_of_these_forms_and_its_day_never_shifts__doc(String form) {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("Date", form);
    assertThat(
            xero.put("BankTransactions", all("BankTransactions", spend))
                .at("/BankTransactions/0/DateString")
                .asText())
        .isEqualTo("2026-03-04T00:00:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"20100510", "04/03/2026", "2026-02-30", "2026-03-04Tnoon", "2026-03-04 x"})
  void a_bad_date_is_invalid_post_data__observed(String bad) {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.put("Date", bad);
    Reply refused = xero.put("BankTransactions", all("BankTransactions", spend));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/ErrorNumber").asInt()).isEqualTo(14);
    assertThat(refused.at("/Type").asText()).isEqualTo("PostDataInvalidException");
  }

  @Test
  void a_date_that_is_left_out_is_today_where_the_organisation_is__spec() {
    java.time.ZonedDateTime there =
        java.time.Instant.parse(xero.control("GET", "clock", null).at("/now").asText())
            .atZone(java.time.ZoneId.of("Pacific/Auckland"));
    // On to half past midnight in New Zealand, when it is still the day before in UTC.
    java.time.ZonedDateTime night =
        there.toLocalDate().plusDays(1).atTime(0, 30).atZone(there.getZone());
    xero.advance(java.time.Duration.between(there, night).toString());
    Map<String, Object> spend = spend(ada, "r", "1.00");
    spend.remove("Date");
    assertThat(
            xero.as("sandbox", "sandbox")
                .put("BankTransactions", all("BankTransactions", spend))
                .at("/BankTransactions/0/DateString")
                .asText())
        .startsWith(night.toLocalDate().toString());
  }

  @Test
  void a_created_spend_looks_like_the_recorded_one__observed() {
    JsonNode made =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "E/2022/05/9", "93.30")))
            .at("/BankTransactions/0");
    assertThat(made.fieldNames())
        .toIterable()
        .contains(
            "BankTransactionID",
            "BankAccount",
            "Type",
            "Reference",
            "IsReconciled",
            "CurrencyRate",
            "Contact",
            "DateString",
            "Date",
            "Status",
            "LineAmountTypes",
            "LineItems",
            "SubTotal",
            "TotalTax",
            "Total",
            "UpdatedDateUTC",
            "CurrencyCode")
        .doesNotContain("StatusAttributeString");
    assertThat(made.get("Contact").fieldNames())
        .toIterable()
        .contains(
            "ContactID",
            "ContactStatus",
            "Name",
            "EmailAddress",
            "BankAccountDetails",
            "Addresses",
            "Phones",
            "UpdatedDateUTC",
            "ContactGroups",
            "ContactPersons",
            "HasValidationErrors");
    assertThat(made.at("/LineItems/0").fieldNames())
        .toIterable()
        .contains(
            "Description",
            "UnitAmount",
            "TaxType",
            "TaxAmount",
            "LineAmount",
            "AccountCode",
            "AccountID",
            "Tracking",
            "Quantity",
            "LineItemID",
            "ValidationErrors");
  }

  @Test
  void a_created_bill_adds_these_fields_and_marks_its_contact_as_supplier__observed() {
    JsonNode made =
        xero.put("Invoices", all("Invoices", bill(ada, "B-1", "1.00"))).at("/Invoices/0");
    assertThat(made.fieldNames())
        .toIterable()
        .contains(
            "InvoiceID",
            "InvoiceNumber",
            "Reference",
            "Prepayments",
            "Overpayments",
            "AmountDue",
            "AmountPaid",
            "SentToContact",
            "IsDiscounted",
            "HasErrors",
            "DueDate",
            "DueDateString");
    assertThat(made.at("/Contact/IsSupplier").asBoolean()).isTrue();
    assertThat(made.at("/Contact").has("SalesTrackingCategories")).isTrue();
    assertThat(made.at("/Contact").has("PurchasesTrackingCategories")).isTrue();
  }
}
