package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.bill;
import static io.ledgerway.sandbox.Bodies.creditNote;
import static io.ledgerway.sandbox.Bodies.journal;
import static io.ledgerway.sandbox.Bodies.payment;
import static io.ledgerway.sandbox.Bodies.spend;
import static io.ledgerway.sandbox.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class PagesTest {

  private XeroCalls xero;
  private JsonNode spend;
  private String tenantId;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    tenantId = xero.firstOrganisation().get("tenantId").asText();
    String ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    spend =
        xero.put("BankTransactions", all("BankTransactions", spend(ada, "Trip <1>", "12.34")))
            .at("/BankTransactions/0");
  }

  @Test
  void the_overview_shows_what_stands_there_and_says_that_it_is_not_xero() throws Exception {
    xero.arm("{\"kind\":\"503-maintenance\",\"endpoint\":\"Items\",\"next\":3}");
    assertThat(page("/"))
        .contains("This is not Xero", "Demo Company (NZ)", tenantId, "1 SPEND", "12.34")
        .contains("503-maintenance", "0 of 3", "any method on Items")
        .contains(" this minute", "4998 today")
        .contains("PUT /api.xro/2.0/BankTransactions", "POST /connect/token");
  }

  @Test
  void a_document_is_found_and_shown_with_its_lines() throws Exception {
    String list = "/organisations/" + tenantId + "/BankTransactions";
    assertThat(page(list + "?search=trip")).contains("Trip &lt;1&gt;", "12.34 NZD");
    assertThat(page(list + "?search=nothing")).contains("0 found");
    assertThat(page(list + "/" + spend.get("BankTransactionID").asText()))
        .contains("Taxi", "429", "INPUT2");
  }

  @Test
  void a_document_says_in_its_head_what_is_due_and_shows_what_hangs_on_it() throws Exception {
    String ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    String bill = made("Invoices", "Invoice", bill(ada, "INV-77", "100.00"));
    xero.put("Payments", payment(bill, "40"));
    xero.put(
        "Invoices/" + bill + "/History", all("HistoryRecords", Map.of("Details", "Looked at")));
    Map<String, Object> credit = creditNote(ada, "ACCPAYCREDIT", "25.00");
    String note = made("CreditNotes", "CreditNote", with(credit, "CreditNoteNumber", "CN-5"));
    xero.put(
        "CreditNotes/" + note + "/Allocations",
        all("Allocations", Map.of("Amount", 10, "Invoice", Map.of("InvoiceID", bill))));

    String shelf = "/organisations/" + tenantId;
    assertThat(page(shelf + "/Invoices/" + bill))
        .contains("INV-77", "class=\"status AUTHORISED\"", "Amount paid</dt><dd>40.00 NZD")
        .contains("Amount due</dt><dd>65.00 NZD", "2026-03-20")
        .contains("Payments</h2>", "Business Bank Account")
        .contains("Allocations</h2>", "CreditNote CN-5", "10.00")
        .contains("Notes</h2>", "Looked at", "History: calls that name it", "/History")
        .containsPattern("<details>\\s*<summary>As the API answers")
        .doesNotContain("Files</h2>");
    assertThat(page(shelf + "/CreditNotes/" + note)).contains("Invoice INV-77");
    assertThat(page(shelf + "/Invoices?search=2026-03-04"))
        .contains("1 found", "class=\"now\"", "Invoices 1", "class=\"status AUTHORISED\"");
  }

  @Test
  void a_journal_is_shown_with_its_lines() throws Exception {
    String journal =
        made("ManualJournals", "ManualJournal", journal("Shift", "429", "7.00", "400", "-7.00"));
    assertThat(page("/organisations/" + tenantId + "/ManualJournals/" + journal))
        .contains("<td>429</td>", "-7.00");
  }

  private String made(String plural, String singular, Map<String, Object> document) {
    return xero.put(plural, all(plural, document))
        .at("/" + plural + "/0/" + singular + "ID")
        .asText();
  }

  @Test
  void a_limit_that_is_off_reads_off() throws Exception {
    xero.limitsOff();
    assertThat(page("/")).contains("minute limit off", "day limit off");
  }

  @Test
  void a_call_is_shown_with_request_and_answer() throws Exception {
    String sequence = xero.control("GET", "calls?method=PUT", null).at("/0/sequence").asText();
    assertThat(page("/calls")).contains("/api.xro/2.0/BankTransactions");
    assertThat(page("/calls/" + sequence))
        .contains("Request", "Trip &lt;1&gt;", "DateTimeUTC")
        .contains("content-type: application/json", "X-MinLimit-Remaining")
        .doesNotContain(xero.token());
  }

  @Test
  void a_sandbox_that_was_just_started_says_what_will_be_there() throws Exception {
    xero.reset();
    assertThat(page("/"))
        .contains("60 this minute", "None: everything works.", "none yet", "Point a client here");
    assertThat(page("/calls")).contains("None yet.");
  }

  private String page(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(xero.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
