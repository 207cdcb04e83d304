package io.ledgerway.sandbox.expensify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sandbox.expensify.ExpensifyCalls.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transport, credentials and errors: sources.md 1.2 and 1.5. */
@ExtendWith(ExpensifyExtension.class)
class TransportRulesTest {

  private static final Map<String, Object> LIST = Map.of("type", "policyList");
  private static final Map<String, Object> WRONG =
      Map.of("type", "policy", "policyIDList", "3F1C9A77D2B40E55", "fields", new String[] {"tax"});

  private ExpensifyCalls expensify;

  @BeforeEach
  void start(ExpensifyCalls calls) {
    expensify = calls;
    expensify.plain();
  }

  @Test
  void names_of_files_and_envelopes_are_all_text_plain__recorded() {
    Reply list = expensify.get(LIST);
    Reply order = expensify.job(ExpensifyCalls.export(null, Map.of("reportIDList", "R001")), "x");
    assertThat(list.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(order.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(list.code()).isEqualTo(200);
  }

  @Test
  void a_wrong_secret_is_a_401_in_the_body_under_http_200__doc() {
    Reply reply = expensify.as(ExpensifyCalls.USER, "wrong").get(LIST);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/responseCode").isInt()).isTrue();
    assertThat(reply.code()).isEqualTo(401);
    assertThat(expensify.as("nobody", "x").get(LIST).code()).isEqualTo(401);
  }

  @Test
  void a_new_secret_replaces_the_old_one__doc() {
    expensify.control(
        "PATCH", "/credentials/" + ExpensifyCalls.USER, Map.of("partnerUserSecret", "new"));
    assertThat(expensify.get(LIST).code()).isEqualTo(401);
    assertThat(expensify.as(ExpensifyCalls.USER, "new").get(LIST).code()).isEqualTo(200);
  }

  @Test
  void the_code_may_be_a_text_and_the_http_status_may_tell_it_too__recorded() {
    expensify.behave("responseCodeAsText", true);
    assertThat(expensify.get(WRONG).at("/responseCode").isTextual()).isTrue();
    expensify.behave("errorsAsHttpStatus", true);
    Reply reply = expensify.get(WRONG);
    assertThat(reply.status()).isEqualTo(410);
    assertThat(reply.at("/responseCode").asText()).isEqualTo("410");
  }

  @Test
  void validation_has_the_texts_of_the_documentation__doc() {
    assertThat(expensify.get(Map.of("type", "policy")).message())
        .isEqualTo("Required parameter 'policyIDList' is missing");
    assertThat(expensify.job(Map.of("inputSettings", Map.of())).message())
        .isEqualTo("Argument 'type' is missing or malformed");
    Reply date = expensify.job(ExpensifyCalls.export(null, Map.of("startDate", "16-01-01")), "x");
    assertThat(date.message())
        .isEqualTo("Malformed date '16-01-01'. Expected format is yyyy-MM-dd");
    assertThat(date.code()).isEqualTo(410);
  }

  @ParameterizedTest(name = "a malformed form gets the servlet''s page: {0} __client")
  @ValueSource(strings = {"", "template=x", "requestJobDescription=no+json", "a=%zz", "null"})
  void malformed(String body) {
    Reply reply = expensify.form(body);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body()).startsWith("<html>").contains("HTTP Status 500 - JSONObject");
  }

  @Test
  void another_method_is_refused_by_the_servlet__unverified() {
    assertThat(
            ExpensifyCalls.send(
                    HttpRequest.newBuilder(
                        URI.create(expensify.url() + "/Integration-Server/ExpensifyIntegrations")))
                .status())
        .isEqualTo(405);
  }

  @Test
  void ids_are_texts_that_a_double_would_lose_digits_of__recorded() {
    String template =
        "<#list reports as r>${r.reportID} ${r.oldReportID}"
            + " ${r.transactionList[0].transactionID}</#list>";
    String id = expensify.report("Auckland trip").get("reportID").asText();
    Map<String, String> one = Map.of("reportIDList", id);
    String[] ids = expensify.read(null, one, template).split(" ");
    assertThat(ids[0]).hasSize(12).startsWith("R00").isEqualTo(id);
    assertThat(ids[2]).hasSize(19);
    assertThat(Long.toString((long) Double.parseDouble(ids[2]))).isNotEqualTo(ids[2]);
    expensify.behave("numericIds", true);
    assertThat(expensify.read(null, Map.of("reportIDList", ids[1]), template))
        .startsWith(ids[1] + " " + ids[1]);
  }

  @Test
  void no_secret_is_kept_in_the_log__design() {
    expensify.get(LIST);
    expensify.as(ExpensifyCalls.USER, "another-secret").get(LIST);
    expensify.form("requestJobDescription={broken " + ExpensifyCalls.SECRET);
    String kept = "";
    for (int i = 1; i <= 3; i++) {
      kept += expensify.control("GET", "/calls/" + i + "/bodies", null).body();
    }
    assertThat(kept).contains("policyList").doesNotContain(ExpensifyCalls.SECRET, "another-secret");
    assertThat(expensify.control("GET", "/calls", null).body())
        .contains(ExpensifyCalls.USER)
        .doesNotContain("secret");
  }
}
