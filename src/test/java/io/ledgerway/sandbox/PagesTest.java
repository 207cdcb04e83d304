package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    xero.arm("{\"kind\":\"503\",\"endpoint\":\"Items\"}");
    assertThat(page("/"))
        .contains("This is not Xero", "Demo Company (NZ)", tenantId, "1 SPEND", "12.34", "503");
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
  void a_call_is_shown_with_request_and_answer() throws Exception {
    String sequence = xero.control("GET", "calls?method=PUT", null).at("/0/sequence").asText();
    assertThat(page("/calls")).contains("/api.xro/2.0/BankTransactions");
    assertThat(page("/calls/" + sequence)).contains("Request", "Trip &lt;1&gt;", "DateTimeUTC");
  }

  @Test
  void the_switches_describe_themselves() throws Exception {
    assertThat(page("/sandbox/openapi")).contains("/sandbox/faults", "/sandbox/clock");
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
