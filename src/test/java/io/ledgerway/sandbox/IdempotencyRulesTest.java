package io.ledgerway.sandbox;

import static io.ledgerway.sandbox.Bodies.all;
import static io.ledgerway.sandbox.Bodies.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sandbox.XeroCalls.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header {@code Idempotency-Key}: xero-api.md 2.8. */
@ExtendWith(SandboxExtension.class)
class IdempotencyRulesTest {

  private static final String EACH = "BankTransactions?summarizeErrors=false";
  private static final String KEY = "Idempotency-Key";
  private static final ExecutorService POOL = Executors.newCachedThreadPool();

  private XeroCalls xero;
  private String ada;

  @BeforeEach
  void start(XeroCalls calls) {
    xero = calls;
    xero.limitsOff();
    ada = xero.get("Contacts").at("/Contacts/0/ContactID").asText();
  }

  @Test
  void a_repeated_key_replays_the_first_answer_and_executes_nothing__doc() {
    Reply first = put("k1", "r");
    Reply second = put("k1", "r");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(saved()).isEqualTo(1);
    assertThat(xero.control("GET", "calls?method=PUT", null).json().findValuesAsText("replayed"))
        .containsExactly("true", "false");
  }

  @Test
  void a_key_is_for_post_and_put_and_ignored_elsewhere__doc() {
    String id = put("k1", "r").at("/BankTransactions/0/BankTransactionID").asText();
    assertThat(xero.get("BankTransactions/" + id, KEY, "k1").status()).isEqualTo(200);
    String contact = xero.put("Contacts", all("Contacts", Map.of("Name", "N")), KEY, "k2").body();
    assertThat(xero.put("Contacts", all("Contacts", Map.of("Name", "N")), KEY, "k2").body())
        .isEqualTo(contact);
    Map<String, ?> update = all("BankTransactions", Map.of("Reference", "s"));
    String posted = xero.post("BankTransactions/" + id, update, KEY, "k3").body();
    assertThat(xero.post("BankTransactions/" + id, update, KEY, "k3").body()).isEqualTo(posted);
    String item =
        xero.put("Items", all("Items", Map.of("Code", "I"))).at("/Items/0/ItemID").asText();
    assertThat(xero.call("DELETE", "Items/" + item, null, KEY, "k1").status()).isEqualTo(204);
  }

  @Test
  void the_headers_name_may_be_in_any_case__doc() {
    put("k1", "r");
    xero.put(EACH, all("BankTransactions", spend(ada, "r", "1.00")), "IDEMPOTENCY-key", "k1");
    assertThat(saved()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"128, 200", "129, 400"})
  void a_key_has_at_most_128_characters__doc(int length, int status) {
    assertThat(put("k".repeat(length), "r").status()).isEqualTo(status);
  }

  @Test
  void a_key_is_forgotten_six_minutes_after_its_first_call__doc() {
    put("k1", "r");
    xero.advance("PT5M59S");
    put("k1", "r");
    assertThat(saved()).isEqualTo(1);
    xero.advance("PT2S");
    put("k1", "r");
    assertThat(saved()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, BankTransactions?summarizeErrors=false, other",
    "PUT, BankTransactions, r",
    "POST, BankTransactions?summarizeErrors=false, r"
  })
  void a_key_with_another_body_url_or_method_is_refused__doc(
      String method, String path, String reference) {
    put("k1", "r");
    Reply other =
        xero.call(method, path, all("BankTransactions", spend(ada, reference, "1.00")), KEY, "k1");
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.at("/Message").asText())
        .isEqualTo("Idempotency Key: k1 is used with a different request.");
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void an_internal_error_is_replayed_after_its_cause_is_gone__doc() {
    xero.arm("{\"kind\":\"500\",\"next\":1}");
    assertThat(put("k1", "r").status()).isEqualTo(500);
    assertThat(put("k1", "r").status()).isEqualTo(500);
    assertThat(put("k2", "r").status()).isEqualTo(200);
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void a_refusal_is_replayed_too__3p() {
    String spend = "{\"BankTransactions\":[{\"Type\":\"SPEND\"}]}";
    Reply first = xero.put("BankTransactions", spend, KEY, "k1");
    assertThat(first.status()).isEqualTo(400);
    assertThat(xero.put("BankTransactions", spend, KEY, "k1").body()).isEqualTo(first.body());
  }

  @Test
  void limits_come_before_keys_so_that_a_replay_uses_them_up__doc() {
    xero.control("PUT", "limits", Map.of("day", 100));
    int before = Integer.parseInt(put("k1", "r").header("X-DayLimit-Remaining"));
    assertThat(put("k1", "r").header("X-DayLimit-Remaining")).isEqualTo("" + (before - 1));
    xero.arm("{\"kind\":\"429-day\",\"next\":1}");
    assertThat(put("k2", "r").status()).isEqualTo(429);
    assertThat(put("k2", "r").status()).isEqualTo(200);
  }

  @Test
  void keys_are_per_app_and_not_per_organisation__doc() {
    put("k1", "r");
    String other =
        xero.control("POST", "organisations", Map.of("name", "Two", "country", "NZ"))
            .at("/tenantId")
            .asText();
    ConsentCalls consent =
        new ConsentCalls(xero).with("scope", "accounting.banktransactions accounting.contacts");
    XeroCalls sameApp = consent.with("tenantId", other).client();
    String contact = sameApp.get("Contacts").at("/Contacts/0/ContactID").asText();
    Reply reused =
        sameApp.put(EACH, all("BankTransactions", spend(contact, "r", "1.00")), KEY, "k1");
    assertThat(reused.at("/Message").asText()).contains("is used with a different request");
    Reply otherApp =
        xero.as("two", "two-secret")
            .put(EACH, all("BankTransactions", spend(contact, "r", "1.00")), KEY, "k1");
    assertThat(otherApp.status()).isEqualTo(200);
  }

  @Test
  void a_second_call_waits_for_the_first_with_its_key__unverified() {
    List<CompletableFuture<Reply>> all =
        IntStream.range(0, 5)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> put("k1", "r"), POOL))
            .toList();
    assertThat(all.stream().map(one -> one.join().body()).distinct()).hasSize(1);
    assertThat(saved()).isEqualTo(1);
  }

  @Test
  void a_replay_is_not_marked__unverified() {
    Reply first = put("k1", "r");
    Reply second = put("k1", "r");
    assertThat(second.http().headers().map().keySet())
        .isEqualTo(first.http().headers().map().keySet());
  }

  private Reply put(String key, String reference) {
    return xero.put(EACH, all("BankTransactions", spend(ada, reference, "1.00")), KEY, key);
  }

  private int saved() {
    return xero.get("BankTransactions?page=1").at("/pagination/itemCount").asInt();
  }
}
