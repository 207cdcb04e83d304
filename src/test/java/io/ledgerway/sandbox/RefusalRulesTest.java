package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are no 200 and no validation: xero-api.md 6.4 to 6.6. */
@ExtendWith(SandboxExtension.class)
class RefusalRulesTest {

  private XeroCalls xero;
  private String tenantId;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    tenantId = xero.firstOrganisation().get("tenantId").asText();
  }

  @Test
  void an_expired_token_says_when_it_expired__observed() {
    xero.get("Organisation");
    xero.advance("PT30M");
    Reply refused = problem(xero.get("Organisation"), 401, "Unauthorized");
    assertThat(refused.at("/Detail").asText())
        .matches("TokenExpired: token expired at \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b.c"})
  void a_token_that_is_none_is_authentication_unsuccessful__observed(String token) {
    Reply refused = xero.get("Organisation", "Authorization", "Bearer " + token);
    assertThat(problem(refused, 401, "Unauthorized").at("/Detail").asText())
        .isEqualTo("AuthenticationUnsuccessful");
  }

  @Test
  void a_missing_scope_is_authorization_unsuccessful_with_a_hint_in_a_header__observed() {
    String token =
        xero.tokenReply(
                "sandbox",
                "sandbox",
                "grant_type=client_credentials&scope=accounting.settings.read")
            .at("/access_token")
            .asText();
    Reply refused = new XeroCalls(xero.url()).token(token).get("Contacts");
    assertThat(problem(refused, 401, "Unauthorized").at("/Detail").asText())
        .isEqualTo("AuthorizationUnsuccessful");
    assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
  }

  @Test
  void a_wrong_or_missing_organisation_is_forbidden__observed() {
    XeroCalls user = new ConsentCalls(xero).client();
    for (String tenant : new String[] {null, "", "x", "7311b70a-e270-46e9-a182-84031e99b222"}) {
      Reply refused = user.get("Organisation", "Xero-tenant-id", tenant);
      assertThat(problem(refused, 403, "Forbidden").at("/Detail").asText())
          .isEqualTo("AuthenticationUnsuccessful");
    }
  }

  @Test
  void a_disconnected_organisation_is_forbidden__observed() {
    xero.control("PATCH", "organisations/" + tenantId, Map.of("disconnected", true));
    Reply refused = problem(xero.get("Organisation"), 403, "Forbidden");
    assertThat(refused.at("/Detail").asText()).isEqualTo("AuthenticationUnsuccessful");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nothing",
        "Accounts/7311b70a-e270-46e9-a182-84031e99b222",
        "Contacts/7311b70a-e270-46e9-a182-84031e99b222",
        "Invoices/NO-SUCH-NUMBER",
        "Organisation/Nothing"
      })
  void what_is_unknown_is_not_found_and_nothing_is_said__observed(String path) {
    Reply reply = xero.get(path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void a_valid_id_of_another_organisation_is_not_found__xero_code() {
    xero.control("POST", "organisations", Map.of("name", "Two", "country", "NZ"));
    XeroCalls other = xero.as("two", "two-secret");
    String theirs = other.get("Contacts").at("/Contacts/0/ContactID").asText();
    assertThat(xero.get("Contacts/" + theirs).status()).isEqualTo(404);
    assertThat(other.get("Contacts/" + theirs).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, Organisation",
    "PUT, Organisation",
    "DELETE, Organisation",
    "PATCH, Accounts",
    "PUT, Users",
    "DELETE, Contacts",
    "DELETE, Invoices",
    "POST, Currencies",
    "HEAD, Accounts",
    "OPTIONS, Accounts"
  })
  void a_verb_that_an_endpoint_does_not_know_is_not_implemented__observed(
      String verb, String endpoint) {
    Reply reply = xero.call(verb, endpoint, verb.startsWith("P") ? "{}" : null);
    assertThat(reply.status()).isEqualTo(501);
    if (!verb.equals("HEAD")) {
      assertThat(reply.body())
          .isEqualTo(
              "{\"ErrorNumber\":20,\"Type\":\"ApiMethodNotImplementedException\","
                  + "\"Message\":\"The Api Method called is not implemented\"}");
    }
  }

  @Test
  void an_organisation_that_is_offline_says_so__doc() {
    xero.control("PATCH", "organisations/" + tenantId, Map.of("offline", true));
    Reply refused = xero.get("Organisation");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.body()).isEqualTo("The Organisation is offline");
  }

  @Test
  void an_empty_body_is_no_data__unverified() {
    for (String body : new String[] {"", "{}", "{\"BankTransactions\":[]}"}) {
      Reply refused = xero.put("BankTransactions", body);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/Type").asText()).isEqualTo("NoDataProcessedException");
      assertThat(refused.at("/Message").asText()).contains("expecting BankTransaction data");
    }
    assertThat(xero.put("Accounts", "{\"Accounts\":[]}").at("/Type").asText())
        .isEqualTo("NoDataProcessedException");
  }

  @Test
  void a_body_above_ten_megabytes_is_refused__unverified() {
    assertThat(xero.put("BankTransactions", " ".repeat(10 * 1024 * 1024 + 1)).status())
        .isEqualTo(413);
  }

  @Test
  void a_body_of_ten_megabytes_is_read__doc() {
    String ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
    String spend = text(all("BankTransactions", spend(ada, "r", "1.00")));
    String padded = spend + " ".repeat(10 * 1024 * 1024 - spend.length());
    assertThat(xero.put("BankTransactions", padded).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/pdf", "multipart/form-data", "jsonish"})
  void another_content_type_is_not_supported__3p(String type) {
    Reply refused = xero.put("BankTransactions", "{}", "Content-Type", type);
    assertThat(refused.status()).isEqualTo(415);
    assertThat(xero.put("BankTransactions", "{}", "Content-Type", null).status()).isEqualTo(415);
  }

  private static Reply problem(Reply reply, int status, String title) {
    assertThat(reply.status()).isEqualTo(status);
    JsonNode body = reply.json();
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("Type", "Title", "Status", "Detail", "Instance", "Extensions");
    assertThat(body.get("Type").isNull()).isTrue();
    assertThat(body.get("Title").asText()).isEqualTo(title);
    assertThat(body.get("Status").asInt()).isEqualTo(status);
    assertThat(body.get("Instance").asText()).hasSize(36);
    assertThat(body.get("Extensions")).isEmpty();
    return reply;
  }

  private static String text(Object body) {
    return XeroCalls.JSON.valueToTree(body).toString();
  }
}
