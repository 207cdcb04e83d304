package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.sandbox.XeroCalls.Reply;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class WayOfACallTest {

  private static final String EACH = "BankTransactions?summarizeErrors=false";

  private static final ExecutorService POOL = Executors.newCachedThreadPool();

  private XeroCalls xero;
  private String tenantId;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    tenantId = xero.firstOrganisation().get("tenantId").asText();
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void a_repeated_key_replays_the_first_answer_and_saves_nothing_new() {
    Reply first = spendWithKey("k1", "r");
    Reply second = spendWithKey("k1", "r");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(saved()).isEqualTo(1);
    assertThat(xero.control("GET", "calls?method=PUT", null).json().findValuesAsText("replayed"))
        .containsExactly("true", "false");
  }

  @Test
  void a_key_used_with_another_body_is_refused() {
    spendWithKey("k1", "r");
    Reply other = spendWithKey("k1", "s");

    assertThat(other.status()).isEqualTo(400);
    assertThat(other.at("/Message").asText())
        .isEqualTo("Idempotency Key: k1 is used with a different request.");
  }

  @Test
  void a_key_is_forgotten_six_minutes_after_its_first_call() {
    spendWithKey("k1", "r");
    xero.advance("PT5M59S");
    spendWithKey("k1", "r");
    assertThat(saved()).isEqualTo(1);
    xero.advance("PT2S");
    spendWithKey("k1", "r");
    assertThat(saved()).isEqualTo(2);
  }

  @Test
  void a_key_longer_than_128_characters_is_refused() {
    assertThat(spendWithKey("k".repeat(129), "r").status()).isEqualTo(400);
    assertThat(spendWithKey("k".repeat(128), "r").status()).isEqualTo(200);
  }

  @Test
  void an_internal_error_is_replayed_after_its_cause_is_gone() {
    xero.arm("{\"kind\":\"500\",\"next\":1}");
    assertThat(spendWithKey("k1", "r").status()).isEqualTo(500);
    assertThat(spendWithKey("k1", "r").status()).isEqualTo(500);
    assertThat(spendWithKey("k2", "r").status()).isEqualTo(200);
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void a_dropped_answer_leaves_the_document_and_the_key_brings_it_back() {
    xero.arm("{\"kind\":\"drop-answer\",\"method\":\"PUT\",\"next\":1}");
    assertThatThrownBy(() -> spendWithKey("k1", "r")).isInstanceOf(UncheckedIOException.class);
    assertThat(saved()).isEqualTo(1);
    assertThat(spendWithKey("k1", "r").at("/BankTransactions/0/StatusAttributeString").asText())
        .isEqualTo("OK");
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void a_dropped_request_leaves_nothing() {
    xero.arm("{\"kind\":\"drop-request\",\"method\":\"PUT\",\"next\":1}");
    assertThatThrownBy(() -> spendWithKey("k1", "r")).isInstanceOf(UncheckedIOException.class);
    assertThat(saved()).isZero();
  }

  @Test
  void calls_with_one_key_at_the_same_time_save_once() {
    List<CompletableFuture<Reply>> both =
        IntStream.range(0, 5)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> spendWithKey("k1", "r"), POOL))
            .toList();
    assertThat(both.stream().map(one -> one.join().body()).distinct()).hasSize(1);
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void the_sixty_first_call_of_a_minute_is_refused_with_the_right_headers() {
    nextMinute();
    for (int i = 0; i < 60; i++) {
      Reply reply = xero.get("Organisation");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("X-MinLimit-Remaining")).isEqualTo("" + (59 - i));
    }
    Reply refused = xero.get("Organisation");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-Rate-Limit-Problem")).isEqualTo("minute");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    xero.advance("PT" + refused.header("Retry-After") + "S");
    assertThat(xero.get("Organisation").status()).isEqualTo(200);
  }

  @Test
  void a_replay_uses_up_the_limit() {
    nextMinute();
    spendWithKey("k1", "r");
    assertThat(spendWithKey("k1", "r").header("X-MinLimit-Remaining")).isEqualTo("58");
  }

  @Test
  void the_sixth_call_at_a_time_is_refused_without_retry_after() {
    xero.arm("{\"kind\":\"slow\",\"delayMillis\":2000,\"endpoint\":\"Accounts\",\"next\":5}");
    List<CompletableFuture<Reply>> running = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      running.add(CompletableFuture.supplyAsync(() -> xero.get("Accounts"), POOL));
    }
    await()
        .until(
            () ->
                xero.control("GET", "organisations/" + tenantId + "/limits", null)
                        .at("/used/sandbox/running")
                        .asInt()
                    == 5);
    Reply refused = xero.get("Organisation");
    running.forEach(one -> assertThat(one.join().status()).isEqualTo(200));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-Rate-Limit-Problem")).isEqualTo("concurrent");
    assertThat(refused.header("Retry-After")).isNull();
  }

  @Test
  void an_exhausted_day_says_when_it_is_over() {
    xero.control(
        "POST",
        "organisations/" + tenantId + "/limits/exhaust",
        Map.of("limit", "day", "retryAfterSeconds", 3600));
    Reply refused = xero.get("Organisation");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("X-Rate-Limit-Problem")).isEqualTo("day");
    assertThat(refused.header("X-DayLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3590, 3600);
  }

  @Test
  void a_token_lives_thirty_minutes() {
    xero.get("Organisation");
    xero.advance("PT30M");
    Reply refused = xero.get("Organisation");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.at("/Detail").asText()).startsWith("TokenExpired: token expired at ");
  }

  @Test
  void a_disconnected_organisation_answers_403() {
    xero.control("PATCH", "organisations/" + tenantId, Map.of("disconnected", true));
    Reply refused = xero.get("Organisation");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/Detail").asText()).isEqualTo("AuthenticationUnsuccessful");
  }

  @Test
  void another_organisations_id_answers_403() {
    String other =
        xero.control("POST", "organisations", Map.of("name", "Other", "country", "AU"))
            .at("/tenantId")
            .asText();
    assertThat(xero.get("Organisation", "Xero-tenant-id", other).status()).isEqualTo(403);
  }

  @Test
  void a_further_organisation_has_credentials_of_its_own() {
    JsonNode made =
        xero.control("POST", "organisations", Map.of("name", "Other", "country", "AU")).json();
    XeroCalls other = xero.as(made.get("clientId").asText(), made.get("clientSecret").asText());
    assertThat(other.get("Organisation").at("/Organisations/0/BaseCurrency").asText())
        .isEqualTo("AUD");
  }

  @Test
  void a_missing_scope_answers_401() {
    String token =
        xero.tokenReply(
                "sandbox",
                "sandbox",
                "grant_type=client_credentials&scope=accounting.settings.read")
            .at("/access_token")
            .asText();
    XeroCalls poor = new XeroCalls(xero.url()).token(token);
    assertThat(poor.get("Accounts").status()).isEqualTo(200);
    Reply refused = poor.get("Contacts");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.at("/Detail").asText()).isEqualTo("AuthorizationUnsuccessful");
  }

  @Test
  void xml_comes_when_json_is_not_asked_for() {
    Reply reply = xero.get("Accounts", "Accept", "*/*");
    assertThat(reply.header("Content-Type")).startsWith("text/xml");
    assertThat(reply.body()).startsWith("<Response>").contains("<Account>");
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
  void every_503_and_429_fault_leaves_nothing_behind() {
    for (String kind : List.of("503", "429-minute", "429-day", "429-concurrent", "429-appminute")) {
      xero.arm("{\"kind\":\"" + kind + "\",\"method\":\"PUT\",\"next\":1}");
      assertThat(spendWithKey(kind, "r").status()).isEqualTo(kind.equals("503") ? 503 : 429);
    }
    assertThat(saved()).isZero();
  }

  @Test
  void an_expired_token_fault_ends_the_token_for_good() {
    xero.arm("{\"kind\":\"expired-token\",\"next\":1}");
    assertThat(xero.get("Organisation").status()).isEqualTo(401);
    assertThat(xero.get("Organisation").status()).isEqualTo(401);
    assertThat(xero.as("sandbox", "sandbox").get("Organisation").status()).isEqualTo(200);
  }

  private Reply spendWithKey(String key, String reference) {
    return xero.put(
        EACH, all("BankTransactions", spend(ada, reference, "1.00")), "Idempotency-Key", key);
  }

  private void nextMinute() {
    int seconds =
        xero.control("GET", "organisations/" + tenantId + "/limits", null)
            .at("/used/sandbox/minuteResetsInSeconds")
            .asInt();
    xero.advance("PT" + seconds + "S");
  }

  private int saved() {
    return xero.get("BankTransactions?page=1").at("/pagination/itemCount").asInt();
  }
}
