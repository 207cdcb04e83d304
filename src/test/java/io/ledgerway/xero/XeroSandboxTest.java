package io.ledgerway.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.connection.Connection;
import io.ledgerway.connection.Connections;
import io.ledgerway.local.SandboxProcess;
import io.ledgerway.local.SandboxSwitches.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The component against the sandbox Xero, process to process. */
class XeroSandboxTest {

  private static final String PUT_SPEND = "xero:BankTransactions?method=PUT&summarizeErrors=false";

  private static SandboxProcess sandbox;
  private static TestEngine engine;

  @BeforeAll
  static void start() {
    sandbox = SandboxProcess.start();
    engine = new TestEngine(sandbox.uri());
  }

  @AfterAll
  static void stop() {
    engine.close();
    sandbox.close();
  }

  @BeforeEach
  void connect() {
    sandbox.switches().reset();
    engine.jdbc().sql("truncate xero_tenant, xero_permit, xero_call").update();
    engine.bean(Connections.class).connect("acme");
  }

  @Test
  void the_organisation_that_the_credentials_open_is_connected() {
    Connection connection = engine.bean(Connections.class).find("acme").orElseThrow();

    Map<?, ?> organisation = only(get("xero:Organisation"), "Organisations");
    assertThat(organisation.get("OrganisationID")).isEqualTo(connection.tenantId());
    assertThat(organisation.get("Name")).isEqualTo(connection.tenantName());
  }

  @Test
  void a_batch_tells_good_and_bad_apart_to_the_cent() {
    Message answer = put("batch-1", spend("good", "25.06", "429"), spend("bad", "1.00", "nope"));

    List<?> documents = (List<?>) answer.getBody(Map.class).get("BankTransactions");
    assertThat(documents).hasSize(2);
    Map<?, ?> good = find(documents, "good");
    assertThat(good.get("StatusAttributeString")).isEqualTo("OK");
    assertThat((BigDecimal) good.get("Total")).isEqualByComparingTo("25.06");
    assertThat(find(documents, "bad").get("StatusAttributeString")).isEqualTo("ERROR");
    assertThat(answer.getHeader("XeroDate", Instant.class)).isNotNull();
  }

  @Test
  void a_lost_answer_is_given_again_to_the_same_key_and_nothing_is_made_twice() {
    sandbox.switches().arm(Fault.of("drop-answer").on("PUT", "BankTransactions").next(1));

    assertThatThrownBy(() -> put("lost-1", spend("once", "10.00", "429")))
        .isInstanceOfSatisfying(XeroUncertain.class, e -> assertThat(e.maybeExecuted()).isTrue());
    Message again = put("lost-1", spend("once", "10.00", "429"));

    assertThat(only(again, "BankTransactions").get("StatusAttributeString")).isEqualTo("OK");
    assertThat(get("xero:BankTransactions").getBody(Map.class).get("BankTransactions"))
        .asList()
        .hasSize(1);
  }

  @Test
  void a_key_for_another_request_is_told_apart() {
    put("key-1", spend("a", "10.00", "429"));

    assertThatThrownBy(() -> put("key-1", spend("b", "11.00", "429")))
        .isInstanceOf(XeroKeyReused.class);
  }

  @Test
  void an_expired_token_goes_unnoticed() {
    sandbox.switches().arm(Fault.of("expired-token").next(1));

    assertThat(only(get("xero:Organisation"), "Organisations")).isNotEmpty();
    assertThat(statuses()).containsExactly(401, 200);
  }

  @Test
  void every_limit_is_told_by_its_name() {
    for (var limit :
        Map.of(
                "429-minute", XeroMustWait.Limit.MINUTE,
                "429-day", XeroMustWait.Limit.DAY,
                "429-concurrent", XeroMustWait.Limit.CONCURRENT,
                "429-appminute", XeroMustWait.Limit.APP_MINUTE)
            .entrySet()) {
      sandbox.switches().arm(Fault.of(limit.getKey()).next(1));
      assertThatThrownBy(() -> get("xero:Organisation"))
          .isInstanceOfSatisfying(
              XeroMustWait.class, e -> assertThat(e.limit()).isEqualTo(limit.getValue()));
      engine.jdbc().sql("truncate xero_tenant").update();
      engine.jdbc().sql("update xero_app set paused_until = null").update();
    }
  }

  @Test
  void an_organisation_that_is_offline_is_left_alone_for_a_while() {
    sandbox.switches().arm(Fault.of("503").next(1));

    assertThatThrownBy(() -> get("xero:Organisation")).isInstanceOf(XeroUncertain.class);
    assertThatThrownBy(() -> get("xero:Organisation"))
        .isInstanceOfSatisfying(
            XeroMustWait.class,
            e -> assertThat(e.limit()).isEqualTo(XeroMustWait.Limit.UNAVAILABLE));
  }

  @Test
  void an_organisation_that_disconnected_the_app_is_found_expired() {
    String tenant = engine.bean(Connections.class).find("acme").orElseThrow().tenantId();
    sandbox.switches().change(tenant, Map.of("disconnected", true));

    assertThatThrownBy(() -> get("xero:Organisation")).isInstanceOf(XeroReconnectNeeded.class);

    assertThat(engine.bean(Connections.class).find("acme").orElseThrow().state())
        .isEqualTo(Connection.State.EXPIRED);
  }

  @Test
  void twelve_at_once_never_meet_the_limit_of_five() throws Exception {
    sandbox.switches().arm(Fault.of("slow").withProbability(1, 1).delayed(Duration.ofMillis(80)));
    ExecutorService threads = Executors.newFixedThreadPool(12);

    List<Future<Message>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      calls.add(threads.submit(() -> get("xero:Organisation")));
    }
    for (Future<Message> call : calls) {
      call.get();
    }

    threads.shutdown();
    assertThat(statuses()).hasSize(40).containsOnly(200);
  }

  @Test
  void a_used_up_day_is_told_with_its_end() {
    String tenant = engine.bean(Connections.class).find("acme").orElseThrow().tenantId();
    get("xero:Organisation");
    sandbox.switches().exhaust(tenant, "day", Duration.ofHours(7));

    assertThatThrownBy(() -> get("xero:Organisation"))
        .isInstanceOfSatisfying(
            XeroMustWait.class,
            e ->
                assertThat(e.until())
                    .isAfter(Instant.now().plus(Duration.ofHours(6)))
                    .isBefore(Instant.now().plus(Duration.ofHours(8))));
  }

  private static Message get(String uri) {
    return engine.call(uri, null, message -> {});
  }

  private static Message put(String key, Map<?, ?>... documents) {
    return engine.call(
        PUT_SPEND,
        Map.of("BankTransactions", List.of(documents)),
        message -> message.setHeader("Idempotency-Key", key));
  }

  private static Map<String, Object> spend(String reference, String amount, String account) {
    return Map.of(
        "Type",
        "SPEND",
        "Reference",
        reference,
        "LineAmountTypes",
        "Inclusive",
        "BankAccount",
        Map.of("Code", "091"),
        "Contact",
        Map.of("Name", "City Taxis"),
        "LineItems",
        List.of(
            Map.of(
                "Description",
                "Ride",
                "Quantity",
                1,
                "UnitAmount",
                new BigDecimal(amount),
                "AccountCode",
                account)));
  }

  private static Map<?, ?> find(List<?> documents, String reference) {
    return documents.stream()
        .map(document -> (Map<?, ?>) document)
        .filter(document -> reference.equals(document.get("Reference")))
        .findFirst()
        .orElseThrow();
  }

  private static Map<?, ?> only(Message answer, String key) {
    List<?> records = (List<?>) answer.getBody(Map.class).get(key);
    assertThat(records).hasSize(1);
    return (Map<?, ?>) records.get(0);
  }

  private static List<Integer> statuses() {
    return engine
        .jdbc()
        .sql("select status from xero_call order by id")
        .query(Integer.class)
        .list();
  }
}
