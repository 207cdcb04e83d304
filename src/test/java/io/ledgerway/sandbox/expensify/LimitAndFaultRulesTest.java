package io.ledgerway.sandbox.expensify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.expensify.ExpensifyCalls.Reply;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits (sources.md 1.6), what goes wrong on purpose (1.12), and the page. */
@ExtendWith(ExpensifyExtension.class)
class LimitAndFaultRulesTest {

  private static final Map<String, Object> LIST = Map.of("type", "policyList");

  private ExpensifyCalls expensify;

  @BeforeEach
  void start(ExpensifyCalls calls) {
    expensify = calls;
  }

  @Test
  void five_requests_in_ten_seconds_and_twenty_in_sixty_per_credential__doc() {
    ask(5, 200);
    Reply refused = expensify.get(LIST);
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.code()).isEqualTo(429);
    assertThat(refused.message()).isEqualTo("Too many requests. Please try again later");
    assertThat(refused.header("Retry-After")).isNull();
    assertThat(expensify.as("aa_uk_example", "uk-secret").get(LIST).code()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      expensify.advance("PT11S");
      ask(5, 200);
    }
    expensify.advance("PT11S");
    ask(1, 429);
    JsonNode used = used();
    assertThat(used.get("accepted").asInt()).isEqualTo(20);
    assertThat(used.get("refused").asInt()).isEqualTo(2);
    assertThat(used.get("mostIn10s").asInt()).isEqualTo(6);
    assertThat(used.get("mostIn60s").asInt()).isEqualTo(22);
    expensify.advance("PT17S");
    ask(1, 200);
  }

  @Test
  void the_windows_slide_and_a_wrong_secret_counts_too__unverified() {
    expensify.as(ExpensifyCalls.USER, "wrong").get(LIST);
    expensify.advance("PT6S");
    ask(4, 200);
    ask(1, 429);
    expensify.advance("PT5S");
    ask(1, 200);
    ask(1, 429);
  }

  @Test
  void refused_requests_may_count_and_a_429_may_say_how_long__unverified() {
    expensify.behave("countRefused", true);
    expensify.behave("retryAfter", true);
    expensify.behave("errorsAsHttpStatus", true);
    ask(5, 200);
    expensify.advance("PT8S");
    Reply refused = expensify.get(LIST);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
    for (int i = 0; i < 4; i++) {
      expensify.get(LIST);
    }
    expensify.advance("PT3S");
    ask(1, 429);
  }

  @Test
  void limits_can_be_set_and_lifted() {
    expensify.control("PUT", "/limits", Map.of("in10s", 1, "in60s", 0));
    ask(1, 200);
    ask(1, 429);
    expensify.control("PUT", "/limits", Map.of("in10s", 0, "in60s", 0));
    ask(30, 200);
  }

  @ParameterizedTest(name = "fault {0}: HTTP {1}, begins with {2}")
  @CsvSource({
    "500,500,<html>",
    "502,502,<html>",
    "html,200,<html>",
    "429,200,{\"responseMessage\":\"Too many",
    "error-object,200,{\"responseMessage\":\"File not found\"}",
    "empty,200,''",
    "truncated,200,{\"policyList\""
  })
  void faults(String kind, int status, String begin) {
    expensify.plain();
    expensify.arm(Map.of("kind", kind, "next", 1));
    Reply reply = expensify.get(LIST);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).startsWith(begin);
    assertThat(expensify.get(LIST).code()).isEqualTo(200);
  }

  @Test
  void an_error_of_any_code_can_be_armed_for_a_job_and_a_credential() {
    expensify.plain();
    expensify.arm(
        Map.of(
            "kind",
            "error",
            "job",
            "get",
            "credential",
            ExpensifyCalls.USER,
            "code",
            666,
            "message",
            "A rule exists already",
            "next",
            1));
    assertThat(expensify.as("aa_uk_example", "uk-secret").get(LIST).code()).isEqualTo(200);
    assertThat(expensify.download("x").code()).isEqualTo(404);
    Reply reply = expensify.get(LIST);
    assertThat(reply.code()).isEqualTo(666);
    assertThat(reply.message()).isEqualTo("A rule exists already");
  }

  @Test
  void a_lost_answer_leaves_the_work_done_and_a_lost_request_does_not() {
    expensify.plain();
    String trip = expensify.report("Auckland trip").get("reportID").asText();
    Map<String, Object> reimburse =
        Map.of(
            "type",
            "update",
            "inputSettings",
            Map.of(
                "type",
                "reportStatus",
                "status",
                "REIMBURSED",
                "filters",
                Map.of("reportIDList", trip)));
    expensify.arm(Map.of("kind", "drop-request", "next", 1));
    assertThatThrownBy(() -> expensify.job(reimburse)).isInstanceOf(UncheckedIOException.class);
    assertThat(expensify.report("Auckland trip").get("state").asText()).isEqualTo("APPROVED");
    expensify.arm(Map.of("kind", "drop-answer", "next", 1));
    assertThatThrownBy(() -> expensify.job(reimburse)).isInstanceOf(UncheckedIOException.class);
    assertThat(expensify.report("Auckland trip").get("state").asText()).isEqualTo("REIMBURSED");
  }

  @Test
  void a_file_can_be_one_that_is_never_ready_and_a_download_noise() {
    expensify.plain();
    Map<String, Object> order =
        ExpensifyCalls.export("APPROVED", Map.of("approvedAfter", "2000-01-01"));
    expensify.arm(Map.of("kind", "never-ready", "job", "file", "next", 1));
    String never = expensify.job(order, "done").body();
    expensify.advance("PT10M");
    assertThat(expensify.download(never).body()).isEmpty();
    String name = expensify.job(order, "done and done").body();
    expensify.arm(Map.of("kind", "garbage", "job", "download", "next", 1));
    assertThat(expensify.download(name).body()).doesNotContain("done");
    assertThat(expensify.download(name).body()).isEqualTo("done and done");
  }

  @Test
  void a_misspelt_switch_is_refused_with_the_names_there_are() {
    Reply behaviour = expensify.control("PATCH", "/behaviour", Map.of("retryafter", true));
    assertThat(behaviour.status()).isEqualTo(400);
    assertThat(behaviour.body()).contains("retryafter", "retryAfter");
    assertThat(expensify.control("POST", "/faults", Map.of("kind", "boom")).body())
        .contains("drop-answer");
    assertThat(expensify.control("POST", "/faults", Map.of("kynd", "slow")).status())
        .isEqualTo(400);
    assertThat(expensify.control("GET", "/reports/none", null).status()).isEqualTo(404);
  }

  @Test
  void the_log_shows_who_asked_for_what_and_what_hit_it() {
    expensify.arm(Map.of("kind", "slow", "delayMillis", 1, "next", 1));
    expensify.get(LIST);
    expensify.job(ExpensifyCalls.export("APPROVED", Map.of("approvedAfter", "2000-01-01")), "x");
    JsonNode newest = expensify.control("GET", "/calls?job=file", null).at("/0");
    assertThat(newest.get("fileName").asText()).startsWith("lw_");
    assertThat(newest.get("reports").asInt()).isGreaterThan(10);
    JsonNode first = expensify.control("GET", "/calls?job=get", null).at("/0");
    assertThat(first.get("job").asText()).isEqualTo("get/policyList");
    assertThat(first.get("fault").asText()).isEqualTo("slow");
    assertThat(expensify.control("GET", "/calls/summary", null).at("/requests")).hasSize(2);
  }

  @Test
  void the_page_shows_what_is_there_and_says_that_it_is_not_expensify() {
    expensify.arm(Map.of("kind", "html", "job", "download"));
    expensify.get(LIST);
    Reply page = ExpensifyCalls.send(HttpRequest.newBuilder(URI.create(expensify.url() + "/")));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("This is not Expensify", "Auckland trip", "329.24 NZD", "Cost centre")
        .contains("html on download", "get/policyList", "aa_acme_example", "renderMillis=200");
  }

  @Test
  void everything_goes_back_to_the_start() {
    expensify.plain();
    expensify.advance("P1D");
    expensify.control("POST", "/reports/generate", Map.of("count", 3, "expenses", 1));
    int many = expensify.control("GET", "/reports", null).at("").size();
    expensify.reset();
    JsonNode reports = expensify.control("GET", "/reports", null).at("");
    assertThat(reports).hasSize(many - 3);
    assertThat(expensify.control("GET", "/behaviour", null).at("/renderMillis").asInt())
        .isEqualTo(200);
    assertThat(expensify.control("GET", "/clock", null).at("/ahead").asText()).isEqualTo("PT0S");
  }

  private void ask(int times, int code) {
    for (int i = 0; i < times; i++) {
      assertThat(expensify.get(LIST).code()).isEqualTo(code);
    }
  }

  private JsonNode used() {
    return expensify.control("GET", "/limits", null).at("/credentials/" + ExpensifyCalls.USER);
  }
}
