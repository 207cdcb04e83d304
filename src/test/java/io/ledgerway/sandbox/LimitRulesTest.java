package io.ledgerway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rate limits: xero-api.md 3. */
@ExtendWith(SandboxExtension.class)
class LimitRulesTest {

  private static final ExecutorService POOL = Executors.newCachedThreadPool();

  private XeroCalls xero;
  private String tenantId;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    tenantId = xero.firstOrganisation().get("tenantId").asText();
  }

  @Test
  void five_calls_may_be_in_progress_and_the_sixth_gets_no_retry_after__doc() {
    xero.get("Organisation");
    xero.arm("{\"kind\":\"slow\",\"delayMillis\":2000,\"endpoint\":\"Accounts\",\"next\":5}");
    List<CompletableFuture<Reply>> running = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      running.add(CompletableFuture.supplyAsync(() -> xero.get("Accounts"), POOL));
    }
    await().until(() -> used("running") == 5);
    Reply refused = xero.get("Organisation");
    running.forEach(one -> assertThat(one.join().status()).isEqualTo(200));
    refused(refused, "concurrent");
    assertThat(refused.header("Retry-After")).isNull();
    assertThat(xero.get("Organisation").status()).isEqualTo(200);
  }

  @Test
  void sixty_calls_a_minute_and_then_a_429_with_the_seconds_to_wait__doc() {
    nextMinute();
    for (int i = 0; i < 60; i++) {
      Reply reply = xero.get("Currencies");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("X-MinLimit-Remaining")).isEqualTo("" + (59 - i));
    }
    Reply refused = xero.get("Currencies");
    refused(refused, "minute");
    assertThat(refused.header("X-MinLimit-Remaining")).isEqualTo("0");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
    xero.advance("PT" + refused.header("Retry-After") + "S");
    assertThat(xero.get("Currencies").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"STARTER, 1000", "CORE, 5000", "PLUS, 5000", "ADVANCED, 5000", "ENTERPRISE, 5000"})
  void a_day_has_as_many_calls_as_the_apps_tier__doc(String tier, int calls) {
    xero.control("PATCH", "apps/sandbox", Map.of("tier", tier));
    assertThat(xero.get("Organisation").header("X-DayLimit-Remaining")).isEqualTo("" + (calls - 1));
  }

  @Test
  void an_exhausted_day_says_when_it_is_over_and_leaves_the_minute_alone__observed() {
    xero.get("Organisation");
    nextMinute();
    exhaust("day", 73_451);
    Reply refused = xero.get("Organisation");
    refused(refused, "day");
    assertThat(refused.header("X-DayLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("X-MinLimit-Remaining")).isEqualTo("60");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(73_440, 73_451);
  }

  @Test
  void an_app_has_ten_thousand_calls_a_minute_over_all_organisations__doc() {
    xero.control("POST", "organisations", Map.of("name", "Two", "country", "NZ"));
    assertThat(xero.get("Organisation").header("X-AppMinLimit-Remaining")).isEqualTo("9999");
    exhaust("appminute", 30);
    Reply refused = xero.get("Organisation");
    refused(refused, "appminute");
    assertThat(refused.header("Retry-After")).isNull();
    assertThat(refused.header("X-AppMinLimit-Remaining")).isEqualTo("0");
    assertThat(xero.as("two", "two-secret").get("Organisation").status()).isEqualTo(200);
  }

  @Test
  void every_answer_about_an_organisation_carries_what_is_left__doc() {
    for (String path : List.of("Organisation", "Nothing", "Accounts?where=hi", "Accounts/1")) {
      Reply reply = xero.get(path);
      for (String limit : List.of("X-DayLimit", "X-MinLimit", "X-AppMinLimit")) {
        assertThat(reply.header(limit + "-Remaining")).as(path).matches("\\d+");
      }
    }
  }

  @Test
  void windows_are_fixed_and_reset_at_another_time_for_each_organisation__doc() {
    xero.get("Organisation");
    String second =
        xero.control("POST", "organisations", Map.of("name", "Two", "country", "NZ"))
            .at("/tenantId")
            .asText();
    xero.as("two", "two-secret").get("Organisation");
    int here = used("dayResetsInSeconds");
    int there =
        xero.control("GET", "organisations/" + second + "/limits", null)
            .at("/used/two/dayResetsInSeconds")
            .asInt();
    assertThat(Math.abs(here - there)).isGreaterThan(60);
    xero.advance("PT" + here + "S");
    assertThat(used("dayUsed")).isZero();
    assertThat(used("dayResetsInSeconds")).isBetween(86_390, 86_400);
  }

  @Test
  void limits_are_the_apps_own_for_each_organisation__doc() {
    xero.control("PUT", "organisations/" + tenantId + "/limits", Map.of("minute", 1));
    xero.control("PATCH", "apps/sandbox", Map.of("bulkConnections", true));
    nextMinute();
    xero.get("Organisation");
    refused(xero.get("Organisation"), "minute");
    String other =
        xero.control("POST", "organisations", Map.of("name", "Two", "country", "NZ"))
            .at("/tenantId")
            .asText();
    assertThat(new ConsentCalls(xero).with("tenantId", other).client().get("Accounts").status())
        .isEqualTo(200);
  }

  @Test
  void rapid_sync_lifts_minute_and_day_for_the_first_half_hour_of_a_connection__doc() {
    xero.control("PATCH", "apps/sandbox", Map.of("tier", "PLUS"));
    ConsentCalls app = new ConsentCalls(xero);
    XeroCalls client = app.client();
    for (int i = 0; i < 61; i++) {
      assertThat(client.get("Currencies").status()).isEqualTo(200);
    }
    xero.advance("PT30M");
    Reply after = app.client().get("Currencies");
    assertThat(after.header("X-MinLimit-Remaining")).isEqualTo("59");
  }

  @Test
  void tokens_and_connections_are_under_no_limit__unverified() {
    xero.get("Organisation");
    exhaust("minute", 60);
    exhaust("appminute", 60);
    Reply token = xero.tokenReply("sandbox", "sandbox", "grant_type=client_credentials");
    assertThat(token.status()).isEqualTo(200);
    assertThat(
            ConsentCalls.connections(xero, token.at("/access_token").asText(), "GET", "").status())
        .isEqualTo(200);
  }

  @Test
  void a_429_has_no_body__observed() {
    exhaust("minute", 5);
    assertThat(xero.get("Organisation").body()).isEmpty();
  }

  private static void refused(Reply reply, String problem) {
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.header("X-Rate-Limit-Problem")).isEqualTo(problem);
  }

  private void exhaust(String limit, int seconds) {
    Reply reply =
        xero.control(
            "POST",
            "organisations/" + tenantId + "/limits/exhaust",
            Map.of("limit", limit, "retryAfterSeconds", seconds));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
  }

  private int used(String what) {
    return xero.control("GET", "organisations/" + tenantId + "/limits", null)
        .at("/used/sandbox/" + what)
        .asInt();
  }

  private void nextMinute() {
    xero.advance("PT" + Math.max(1, used("minuteResetsInSeconds")) + "S");
  }
}
