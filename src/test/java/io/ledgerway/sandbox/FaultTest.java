package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong on purpose. */
@ExtendWith(SandboxExtension.class)
class FaultTest {

  private static final String EACH = "BankTransactions?summarizeErrors=false";
  private static final String TOKEN = "grant_type=client_credentials";

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void a_dropped_answer_leaves_the_document_and_the_key_brings_it_back() {
    xero.arm("{\"kind\":\"drop-answer\",\"method\":\"PUT\",\"next\":1}");
    assertThatThrownBy(() -> put("k1")).isInstanceOf(UncheckedIOException.class);
    assertThat(saved()).isEqualTo(1);
    assertThat(put("k1").at("/BankTransactions/0/StatusAttributeString").asText()).isEqualTo("OK");
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void a_dropped_request_leaves_nothing() {
    xero.arm("{\"kind\":\"drop-request\",\"method\":\"PUT\",\"next\":1}");
    assertThatThrownBy(() -> put("k1")).isInstanceOf(UncheckedIOException.class);
    assertThat(saved()).isZero();
  }

  @Test
  void an_internal_error_after_the_work_leaves_the_document() {
    xero.arm("{\"kind\":\"500-after-commit\",\"method\":\"PUT\",\"next\":1}");
    assertThat(put("k1").status()).isEqualTo(500);
    assertThat(saved()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "503, 503, The Organisation is offline",
    "503-maintenance, 503, The Xero API is currently offline for maintenance",
    "503-unavailable, 503, The Xero API is temporarily unavailable",
    "429-minute, 429, ''",
    "429-day, 429, ''",
    "429-concurrent, 429, ''",
    "429-appminute, 429, ''"
  })
  void a_refused_call_leaves_nothing_behind(String kind, int status, String text) {
    xero.arm("{\"kind\":\"" + kind + "\",\"method\":\"PUT\",\"next\":1}");
    Reply refused = put("k1");
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.body()).isEqualTo(text);
    assertThat(saved()).isZero();
  }

  @Test
  void an_expired_token_is_over_for_good() {
    xero.arm("{\"kind\":\"expired-token\",\"next\":1}");
    assertThat(xero.get("Organisation").status()).isEqualTo(401);
    assertThat(xero.get("Organisation").status()).isEqualTo(401);
    assertThat(xero.as("sandbox", "sandbox").get("Organisation").status()).isEqualTo(200);
  }

  @Test
  void a_silent_corruption_is_saved_and_answered_as_ok() {
    Map<String, Object> spend = spend(ada, "r", "1.00");
    Bodies.line(spend, 0).put("Tracking", List.of(Map.of("Name", "Region", "Option", "North")));
    xero.arm("{\"kind\":\"corrupt-silently\",\"next\":1}");
    JsonNode made = xero.put(EACH, all("BankTransactions", spend)).at("/BankTransactions/0");
    assertThat(made.get("StatusAttributeString").asText()).isEqualTo("OK");
    assertThat(made.at("/LineItems/0/Tracking")).isEmpty();
  }

  @Test
  void a_list_that_lags_leaves_out_what_was_just_made_and_a_read_by_id_does_not() {
    String id = put("k1").at("/BankTransactions/0/BankTransactionID").asText();
    xero.arm("{\"kind\":\"list-lag\",\"delayMillis\":60000}");
    assertThat(xero.get("BankTransactions?page=1").at("/BankTransactions")).isEmpty();
    assertThat(xero.get("BankTransactions/" + id).at("/BankTransactions")).hasSize(1);
    xero.control("POST", "clock", Map.of("advance", "PT61S"));
    assertThat(xero.get("BankTransactions?page=1").at("/BankTransactions")).hasSize(1);
  }

  @Test
  void a_filter_that_is_ignored_leaves_nothing_out() {
    xero.arm("{\"kind\":\"where-ignored\"}");
    String nobody = "Contacts?where=Name%3D%3D%22Nobody%22";
    assertThat(xero.get(nobody).at("/Contacts")).isNotEmpty();
    xero.control("DELETE", "faults", null);
    assertThat(xero.get(nobody).at("/Contacts")).isEmpty();
  }

  @Test
  void a_shuffled_batch_answers_in_another_order() {
    Object[] spends = IntStream.range(0, 20).mapToObj(i -> spend(ada, "r" + i, "1.00")).toArray();
    xero.arm("{\"kind\":\"shuffle\",\"next\":1,\"seed\":7}");
    List<String> answered =
        xero.put(EACH, all("BankTransactions", spends))
            .at("/BankTransactions")
            .findValuesAsText("Reference");
    List<String> sent = IntStream.range(0, 20).mapToObj(i -> "r" + i).toList();
    assertThat(answered).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
  }

  @Test
  void a_token_whose_answer_is_lost_was_given_all_the_same() {
    ConsentCalls app = new ConsentCalls(xero);
    String first = app.tokens().at("/refresh_token").asText();
    xero.arm("{\"kind\":\"drop-answer\",\"endpoint\":\"token\",\"next\":1}");
    assertThatThrownBy(() -> app.refresh(first)).isInstanceOf(UncheckedIOException.class);
    assertThat(app.refresh(first).status()).isEqualTo(200);
    xero.advance("PT30M");
    assertThat(app.refresh(first).at("/error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void a_token_whose_request_is_lost_was_not_rotated() {
    ConsentCalls app = new ConsentCalls(xero);
    String first = app.tokens().at("/refresh_token").asText();
    xero.arm("{\"kind\":\"drop-request\",\"endpoint\":\"token\",\"next\":1}");
    assertThatThrownBy(() -> app.refresh(first)).isInstanceOf(UncheckedIOException.class);
    xero.advance("PT30M");
    assertThat(app.refresh(first).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"500, 500, 2", "500-after-commit, 500, 1", "503, 503, 2"})
  void a_disconnect_can_fail_before_and_after_it_is_done(String kind, int status, int left) {
    ConsentCalls app = new ConsentCalls(xero);
    String token =
        xero.tokenReply("sandbox", "sandbox", TOKEN + "&scope=app.connections")
            .at("/access_token")
            .asText();
    app.code();
    String id = ConsentCalls.connections(xero, token, "GET", "").at("/1/id").asText();
    xero.arm("{\"kind\":\"" + kind + "\",\"endpoint\":\"connections\",\"next\":1}");
    assertThat(ConsentCalls.connections(xero, token, "DELETE", "/" + id).status())
        .isEqualTo(status);
    assertThat(ConsentCalls.connections(xero, token, "GET", "").json()).hasSize(left);
  }

  @Test
  void a_token_can_be_slow() {
    xero.arm("{\"kind\":\"slow\",\"endpoint\":\"token\",\"delayMillis\":300,\"next\":1}");
    long begun = System.nanoTime();
    assertThat(xero.tokenReply("sandbox", "sandbox", TOKEN).status()).isEqualTo(200);
    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(300_000_000L);
  }

  @Test
  void a_fault_that_names_no_endpoint_does_not_hit_tokens() {
    xero.arm("{\"kind\":\"503\",\"next\":1}");
    assertThat(xero.tokenReply("sandbox", "sandbox", TOKEN).status()).isEqualTo(200);
    assertThat(xero.get("Organisation").status()).isEqualTo(503);
  }

  @Test
  void tokens_and_connections_are_in_the_call_log_with_what_they_said() {
    xero.tokenReply("sandbox", "wrong", TOKEN);
    JsonNode logged = xero.control("GET", "calls?endpoint=token", null).at("/0");
    assertThat(logged.get("status").asInt()).isEqualTo(400);
    JsonNode bodies =
        xero.control("GET", "calls/" + logged.get("sequence") + "/bodies", null).json();
    assertThat(bodies.get("request").asText()).contains("grant_type=client_credentials");
    assertThat(bodies.get("answer").asText()).contains("invalid_client");
  }

  private Reply put(String key) {
    return xero.put(EACH, all("BankTransactions", spend(ada, "r", "1.00")), "Idempotency-Key", key);
  }

  private int saved() {
    return xero.get("BankTransactions?page=1").at("/pagination/itemCount").asInt();
  }
}
