package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sandbox.XeroCalls.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no good client sends: answered as Xero would, never with a stack trace. */
@ExtendWith(SandboxExtension.class)
class OddRequestsTest {

  private XeroCalls xero;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "nonsense",
        "[]",
        "\"text\"",
        "{\"BankTransactions\":{}} trailing",
        "{\"BankTransactions\":[1]}",
        "{\"BankTransactions\":[null]}",
        "{\"BankTransactions\":[{\"LineItems\":{}}]}",
        "{\"BankTransactions\":[{\"Contact\":\"text\"}]}",
        "{\"BankTransactions\":[{\"Date\":\"yesterday\"}]}",
        "{\"BankTransactions\":[{\"LineItems\":[{\"UnitAmount\":1e999999999}]}]}",
        "{\"BankTransactions\":[{\"LineItems\":[{\"UnitAmount\":\"ten\"}]}]}",
        "{\"BankTransactions\":[{\"BankTransactionID\":\"x\"}]}"
      })
  void a_body_that_cannot_be_read_is_refused_as_post_data(String body) {
    Reply reply = xero.put("BankTransactions?summarizeErrors=false", body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(14);
    assertThat(reply.body()).doesNotContain("io.ledgerway", "\tat ");
  }

  @Test
  void a_deeply_nested_body_is_refused() {
    assertThat(xero.put("BankTransactions", "{\"a\":".repeat(5000)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nothing",
        "Accounts/not-an-id",
        "Accounts/00000000-0000-0000-0000-000000000000",
        "BankTransactions/../Accounts",
        "Accounts/%2e%2e/Contacts",
        "BankTransactions/7311b70a-e270-46e9-a182-84031e99b222/Attachments",
        "//Accounts",
        "Accounts%2F..%2FContacts",
        "Accounts/%252e%252e/Contacts",
        "Accounts/%00",
        "Accounts/%",
        "Accounts/%zz",
        "Accounts\\..\\Contacts",
        "Accounts;x=1/y"
      })
  void a_path_that_leads_nowhere_is_not_found(String path) throws IOException {
    int status = raw("GET /api.xro/2.0/" + path);
    assertThat(status).isBetween(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi==1",
        "Type==",
        "Type==\"SPEND",
        "(Type==\"SPEND\"",
        "Type==\"SPEND\" Status",
        "Date>=DateTime(2026,13,1)",
        "Total>\"text\"",
        "Reference.Contains(\"a\")",
        "Type.Frobnicate(\"a\")",
        "guid(\"x\")==BankTransactionID",
        "Type;Status"
      })
  void a_bad_filter_is_a_query_parse_exception(String where) {
    String ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    var spend = spend(ada, "r", "1.00");
    spend.remove("Reference");
    xero.put("BankTransactions", all("BankTransactions", spend));
    Reply reply = xero.get("BankTransactions?" + XeroCalls.where(where));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/ErrorNumber").asInt()).isEqualTo(16);
    assertThat(reply.at("/Type").asText()).isEqualTo("QueryParseException");
  }

  @Test
  void nothing_outside_answers_with_a_stack_trace() throws IOException {
    for (String line :
        List.of(
            "GET /nothing",
            "GET /%",
            "GET /error",
            "POST /connect/token",
            "GET /connect/token",
            "PATCH /connect/revocation",
            "POST /connections",
            "DELETE /connections/x",
            "PUT /identity/connect/authorize",
            "GET /identity/connect/authorize?client_id=%00",
            "TRACE /api.xro/2.0/Accounts",
            "GET /sandbox/organisations/x")) {
      assertThat(raw(line)).as(line).isBetween(400, 499);
    }
  }

  /** Sends a request line as it is, which no HTTP client would. */
  private int raw(String line) throws IOException {
    URI uri = URI.create(xero.url());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String token = xero.as("sandbox", "sandbox").token();
      socket
          .getOutputStream()
          .write(
              (line
                      + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer "
                      + token
                      + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .doesNotContain(
              "\tat ", "io.ledgerway", "Exception", "Tomcat", "timestamp", "Whitelabel");
      return Integer.parseInt(answer.substring(9, 12));
    }
  }
}
