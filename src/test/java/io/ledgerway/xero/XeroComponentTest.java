package io.ledgerway.xero;

import static io.ledgerway.xero.RoughServer.answer;
import static io.ledgerway.xero.RoughServer.drip;
import static io.ledgerway.xero.RoughServer.half;
import static io.ledgerway.xero.RoughServer.reset;
import static io.ledgerway.xero.RoughServer.silence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerway.problem.LedgerwayException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class XeroComponentTest {

  private static final String OK = "{\"Status\":\"OK\"}";
  private static Database database;

  private final RoughServer xero = new RoughServer();
  private XeroBench bench;

  @BeforeAll
  static void openDatabase() {
    database = new Database();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void open() throws Exception {
    database.jdbc().sql("truncate xero_tenant, xero_permit, xero_call").update();
    database.jdbc().sql("update xero_app set paused_until = null").update();
    bench =
        new XeroBench(
            database,
            Clock.systemUTC(),
            xero.uri(),
            Map.of(
                "xero.response-timeout", "400ms",
                "xero.call-timeout", "900ms",
                "xero.connect-timeout", "500ms",
                "xero.max-answer", "100KB",
                "xero.limits.patience", "300ms"));
  }

  @AfterEach
  void close() {
    bench.close();
    xero.close();
  }

  @Test
  void an_answer_arrives_as_a_map_whose_numbers_are_exact() {
    xero.then(
        answer(
            200,
            "{\"Total\":87.74,\"Count\":3,\"Big\":12345678901234567890.123456789,\"L\":[{\"A\":1}]}",
            "Xero-Correlation-Id: c-1",
            "Date: Sat, 31 Jan 2026 10:00:00 GMT"));

    Message answer = bench.get("xero:Invoices");

    Map<?, ?> body = answer.getBody(Map.class);
    assertThat(body.get("Total")).isEqualTo(new BigDecimal("87.74"));
    assertThat(body.get("Count")).isEqualTo(new BigDecimal("3"));
    assertThat(body.get("Big")).isEqualTo(new BigDecimal("12345678901234567890.123456789"));
    assertThat(body.get("L")).isEqualTo(List.of(Map.of("A", new BigDecimal("1"))));
    assertThat(answer.getHeader("XeroStatus")).isEqualTo(200);
    assertThat(answer.getHeader("XeroCorrelationId")).isEqualTo("c-1");
    assertThat(answer.getHeader("XeroDate")).isEqualTo(Instant.parse("2026-01-31T10:00:00Z"));
    assertThat(answer.getHeader("XeroCallId")).isNotNull();
  }

  @Test
  void a_call_says_which_organisation_answered_and_goes_to_no_other_than_the_one_meant() {
    xero.otherwise(answer(200, "{}"));

    assertThat(bench.get("xero:Accounts").getHeader("XeroTenantId")).isEqualTo("tenant-of-acme");
    bench.call("xero:Accounts", null, it -> it.setHeader("XeroTenantId", "tenant-of-acme"));
    assertThatThrownBy(
            () -> bench.call("xero:Accounts", null, it -> it.setHeader("XeroTenantId", "former")))
        .isInstanceOf(XeroOtherOrganisation.class);
    assertThat(xero.received()).hasSize(2);
  }

  @Test
  void a_write_sends_its_options_key_and_body_and_no_other_header_of_the_exchange() {
    bench.call(
        "xero:BankTransactions?method=PUT&summarizeErrors=false&unitdp=4",
        Map.of("BankTransactions", List.of(Map.of("Amount", new BigDecimal("1E+3")))),
        message -> {
          message.setHeader("Idempotency-Key", "key-1");
          message.setHeader("kafka.TOPIC", "secret");
          message.setHeader("Authorization", "Bearer mine");
          message.setHeader("Xero-tenant-id", "another");
          message.setHeader("CamelHttpUri", "http://localhost:1/elsewhere");
          message.setHeader("CamelHttpMethod", "DELETE");
          message.setHeader("CamelHttpQuery", "a=b");
          message.setHeader("Host", "elsewhere");
        });

    RoughServer.Received request = xero.received().get(0);
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.target())
        .isEqualTo("/api.xro/2.0/BankTransactions?summarizeErrors=false&unitdp=4");
    assertThat(request.body()).isEqualTo("{\"BankTransactions\":[{\"Amount\":1000}]}");
    assertThat(request.headers())
        .containsEntry("Idempotency-Key", "key-1")
        .containsEntry("Authorization", "Bearer token-1")
        .containsEntry("Xero-tenant-id", "tenant-of-acme")
        .containsEntry("Accept", "application/json")
        .containsEntry("Content-Type", "application/json")
        .hasEntrySatisfying("User-Agent", agent -> assertThat(agent).startsWith("Ledgerway/"));
    assertThat(request.headers().keySet())
        .containsExactlyInAnyOrder(
            "Accept",
            "Accept-Encoding",
            "Authorization",
            "Connection",
            "Content-Length",
            "Content-Type",
            "Host",
            "Idempotency-Key",
            "User-Agent",
            "Xero-tenant-id");
  }

  @Test
  void a_read_sends_its_filter_page_and_date_in_the_documented_form() {
    bench.call(
        "xero:Contacts?pageSize=1000&includeArchived=true",
        null,
        message -> {
          message.setHeader("If-Modified-Since", Instant.parse("2026-01-31T10:00:00.900Z"));
          message.setHeader("XeroWhere", "Name==\"A & B + 1%\" AND EmailAddress!=null");
          message.setHeader("XeroPage", 2);
          message.setHeader("Idempotency-Key", "not for reads");
        });

    RoughServer.Received request = xero.received().get(0);
    assertThat(request.headers()).containsEntry("If-Modified-Since", "2026-01-31T10:00:00");
    assertThat(request.headers()).doesNotContainKey("Idempotency-Key");
    assertThat(java.net.URI.create(request.target()).getQuery())
        .isEqualTo(
            "includeArchived=true&pageSize=1000&page=2"
                + "&where=Name==\"A & B + 1%\" AND EmailAddress!=null");
  }

  @Test
  void a_file_goes_to_the_record_it_belongs_to() {
    bench.call(
        "xero:Invoices/Attachments?method=PUT",
        new byte[] {1, 2},
        message -> {
          message.setHeader("XeroId", "i-1");
          message.setHeader("XeroFileName", "a b/ü%.pdf");
          message.setHeader("XeroContentType", "application/pdf");
        });

    RoughServer.Received request = xero.received().get(0);
    assertThat(request.target())
        .isEqualTo("/api.xro/2.0/Invoices/i-1/Attachments/a%20b%2F%C3%BC%25.pdf");
    assertThat(request.headers()).containsEntry("Content-Type", "application/pdf");
  }

  @Test
  void a_wrong_resource_or_option_is_refused_before_anything_runs() {
    for (String wrong :
        List.of(
            "xero:Kontacts",
            "xero:Invoices/Nonsense",
            "xero:Contacts?pagesize=10",
            "xero:Contacts?pageSize=1001",
            "xero:Contacts?method=PATCH",
            "xero:Contacts?includeArchived=yes",
            "xero:Contacts?priority=HIGH",
            "xero:../../connections")) {
      assertThatThrownBy(() -> bench.camel.getEndpoint(wrong))
          .as(wrong)
          .isInstanceOf(ResolveEndpointFailedException.class);
    }
  }

  @Test
  void an_expired_token_is_renewed_once_and_the_write_repeated_with_its_key() {
    String expired =
        "{\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"TokenExpired: token expired at"
            + " 01/23/2026 18:21:16\"}";
    xero.then(answer(401, expired), answer(200, OK));

    bench.call(
        "xero:Invoices?method=PUT", "{}", message -> message.setHeader("Idempotency-Key", "k"));

    assertThat(xero.received())
        .extracting(request -> request.headers().get("Authorization"))
        .containsExactly("Bearer token-1", "Bearer token-2");
    assertThat(xero.received())
        .extracting(request -> request.headers().get("Idempotency-Key"))
        .containsExactly("k", "k");
    assertThat(minuteLeft()).as("each attempt takes a permit").isEqualTo(58);
  }

  @Test
  void a_fresh_token_that_is_refused_asks_for_a_new_connection() {
    xero.otherwise(answer(401, "{\"detail\":\"AuthenticationUnsuccessful\"}"));

    assertThatThrownBy(() -> bench.get("xero:Accounts")).isInstanceOf(XeroReconnectNeeded.class);
    assertThat(xero.received()).hasSize(2);
    assertThat(bench.access.shutOut).contains("AuthenticationUnsuccessful");
  }

  @Test
  void a_fresh_token_that_counts_as_expired_ends_no_connection() {
    xero.otherwise(answer(401, "{\"detail\":\"TokenExpired: long ago\"}"));

    XeroUncertain failure = failure(XeroUncertain.class, "xero:Invoices?method=PUT");

    assertThat(failure.maybeExecuted()).isFalse();
    assertThat(xero.received()).hasSize(2);
    assertThat(bench.access.shutOut).isNull();
  }

  @Test
  void a_misspelt_header_is_refused_rather_than_everything_read() {
    assertThatThrownBy(
            () ->
                bench.call("xero:Contacts", null, message -> message.setHeader("XeroWhen", "1==1")))
        .hasMessageContaining("XeroWhere");
    assertThatThrownBy(
            () ->
                bench.call(
                    "xero:Contacts",
                    null,
                    message ->
                        message.setHeader("If-Modified-Since", "Sat, 31 Jan 2026 10:00:00 GMT")))
        .isInstanceOf(LedgerwayException.class);
    assertThat(xero.received()).isEmpty();
  }

  @Test
  void a_packed_answer_is_unpacked_but_not_without_bound() {
    xero.then(
        RoughServer.packed("{\"a\":1}"),
        RoughServer.packed("{\"a\":\"" + "x".repeat(200_000) + "\"}"));

    assertThat(bench.get("xero:Accounts").getBody(Map.class).get("a")).isEqualTo(BigDecimal.ONE);
    assertThat(failure(XeroUncertain.class, "xero:Accounts").getMessage()).contains("longer than");
  }

  @Test
  void a_missing_scope_asks_for_consent_and_is_not_repeated() {
    xero.then(answer(401, "{\"Detail\":\"AuthorizationUnsuccessful\"}"));

    assertThatThrownBy(() -> bench.get("xero:Accounts")).isInstanceOf(XeroConsentNeeded.class);
    assertThat(xero.received()).hasSize(1);
    assertThat(bench.access.shutOut).isNull();
  }

  @Test
  void a_disconnected_organisation_is_told_to_the_connection() {
    xero.then(answer(403, "{\"title\":\"Forbidden\",\"detail\":\"AuthenticationUnsuccessful\"}"));

    assertThatThrownBy(() -> bench.get("xero:Accounts")).isInstanceOf(XeroReconnectNeeded.class);
    assertThat(bench.access.shutOut).contains("AuthenticationUnsuccessful");
  }

  @Test
  void a_403_of_some_device_on_the_way_disconnects_nobody() {
    xero.then(answer(403, "<html><h1>Access denied</h1></html>", "Content-Type: text/html"));

    XeroUncertain failure = failure(XeroUncertain.class, "xero:Invoices?method=PUT");

    assertThat(failure.maybeExecuted()).isFalse();
    assertThat(failure.getMessage()).contains("Access denied").doesNotContain("<h1>");
    assertThat(bench.access.shutOut).isNull();
  }

  @Test
  void a_refusal_tells_all_messages_however_deep_they_lie() {
    xero.then(
        answer(
            400,
            """
            {"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred",
             "Elements":[{"InvoiceID":"0","Total":1.10,
               "LineItems":[{"ValidationErrors":[{"Message":"line"}]}],
               "ValidationErrors":[{"message":"document"},{"Description":"other"},{"Message":"line"}]}]}\
            """));

    XeroRefused failure =
        failure(XeroRefused.class, "xero:Invoices?method=PUT&summarizeErrors=false");

    assertThat(failure.messages()).containsExactlyInAnyOrder("line", "document", "other");
    assertThat(failure.type()).isEqualTo("ValidationException");
    assertThat(failure.errorNumber()).isEqualTo(10);
    assertThat(failure.elements().get(0).get("Total")).isEqualTo(new BigDecimal("1.10"));
    assertThat(failure.maybeExecuted()).isFalse();
  }

  @Test
  void a_refused_batch_without_summarizeErrors_may_be_saved_in_part() {
    xero.then(
        answer(
            400,
            "{\"ErrorNumber\":10,\"Type\":\"ValidationException\",\"Message\":\"A validation"
                + " exception occurred\"}"));

    assertThat(failure(XeroRefused.class, "xero:Invoices?method=PUT").maybeExecuted()).isTrue();
  }

  @Test
  void a_key_used_for_something_else_is_told_apart() {
    xero.then(
        answer(400, "{\"Message\":\"Idempotency Key: k is used with a different request.\"}"));

    failure(XeroKeyReused.class, "xero:Invoices?method=PUT");
  }

  @Test
  void what_a_proxy_says_of_a_write_is_no_refusal() {
    for (int status : new int[] {400, 404, 405, 407, 413}) {
      xero.then(answer(status, "<html>proxy</html>", "Content-Type: text/html"));
      assertThat(failure(XeroUncertain.class, "xero:Invoices?method=PUT").maybeExecuted()).isTrue();
      xero.then(answer(status, "{\"title\":\"No\",\"status\":413,\"detail\":\"too large\"}"));
      failure(XeroUncertain.class, "xero:Invoices?method=PUT");
    }
  }

  @Test
  void what_is_not_there_is_a_refusal() {
    xero.then(answer(404, "The resource cannot be found", "Content-Type: text/plain"));

    XeroRefused failure = failure(XeroRefused.class, "xero:Invoices");

    assertThat(failure.status()).isEqualTo(404);
    assertThat(failure.messages()).containsExactly("The resource cannot be found");
  }

  @Test
  void a_429_is_not_repeated_and_pauses_the_tenant() {
    xero.then(answer(429, "slow down", "X-Rate-Limit-Problem: minute", "Retry-After: 22"));

    XeroMustWait failure = failure(XeroMustWait.class, "xero:Invoices?method=PUT");

    assertThat(failure.limit()).isEqualTo(XeroMustWait.Limit.MINUTE);
    assertThat(failure.until())
        .isBetween(Instant.now().plusSeconds(20), Instant.now().plusSeconds(24));
    assertThat(failure(XeroMustWait.class, "xero:Accounts").status()).isZero();
    assertThat(xero.received()).hasSize(1);
  }

  @Test
  void a_limit_of_the_app_pauses_every_tenant() {
    xero.then(answer(429, "", "X-Rate-Limit-Problem: App-Minute"));

    failure(XeroMustWait.class, "xero:Invoices?method=PUT");

    assertThat(
            database.jdbc().sql("select paused_until from xero_app").query(Instant.class).single())
        .isAfter(Instant.now());
    assertThat(pausedUntil()).isNull();
  }

  @Test
  void a_503_leaves_a_write_uncertain_and_pauses_the_tenant() {
    xero.then(answer(503, "The Organisation is offline", "Content-Type: text/plain"));

    XeroUncertain failure = failure(XeroUncertain.class, "xero:Invoices?method=PUT");

    assertThat(failure.answered()).isTrue();
    assertThat(failure.maybeExecuted()).isTrue();
    assertThat(failure.until()).isPresent();
    assertThat(pausedUntil()).isAfter(Instant.now().plusSeconds(3));
    assertThat(xero.received()).hasSize(1);
  }

  @Test
  void a_500_in_html_leaves_a_write_uncertain_but_not_a_read() {
    xero.otherwise(answer(500, "<html>An error occurred</html>", "Content-Type: text/html"));

    assertThat(failure(XeroUncertain.class, "xero:Invoices?method=PUT").maybeExecuted()).isTrue();
    assertThat(failure(XeroUncertain.class, "xero:Invoices").maybeExecuted()).isFalse();
  }

  @Test
  void whatever_happens_on_the_wire_a_write_is_sent_once_and_left_uncertain() {
    for (RoughServer.Behaviour behaviour : List.of(reset(), half(), silence(), drip())) {
      int before = xero.received().size();
      xero.then(behaviour);

      XeroUncertain failure = failure(XeroUncertain.class, "xero:Invoices?method=PUT");

      assertThat(failure.answered()).isFalse();
      assertThat(failure.maybeExecuted()).isTrue();
      assertThat(xero.received()).hasSize(before + 1);
    }
    assertThat(permits()).as("permits are given back").isZero();
  }

  @Test
  void an_answer_beyond_all_measure_is_not_read_to_its_end() {
    xero.then(answer(200, "{\"a\":\"" + "x".repeat(200_000) + "\"}"));

    assertThat(failure(XeroUncertain.class, "xero:Invoices").getMessage()).contains("longer than");
  }

  @Test
  void a_success_that_cannot_be_read_leaves_a_write_uncertain() {
    xero.then(answer(200, "<html>Maintenance</html>", "Content-Type: text/html"));

    XeroUncertain failure = failure(XeroUncertain.class, "xero:Invoices?method=PUT");

    assertThat(failure.answered()).isTrue();
    assertThat(failure.maybeExecuted()).isTrue();
  }

  @Test
  void a_redirect_is_not_followed() {
    try (RoughServer elsewhere = new RoughServer()) {
      xero.then(answer(307, "", "Location: " + elsewhere.uri() + "/api.xro/2.0/Accounts"));

      failure(XeroUncertain.class, "xero:Accounts");

      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void a_server_that_cannot_be_reached_has_executed_nothing() {
    xero.close();

    XeroUncertain failure = failure(XeroUncertain.class, "xero:Invoices?method=PUT");

    assertThat(failure.maybeExecuted()).isFalse();
    assertThat(minuteLeft()).as("nothing was counted").isEqualTo(60);
  }

  @Test
  void nothing_is_sent_after_its_last_moment() {
    assertThatThrownBy(
            () ->
                bench.call(
                    "xero:Invoices?method=PUT",
                    "{}",
                    message -> message.setHeader("XeroSendBefore", Instant.now().minusMillis(1))))
        .isInstanceOf(XeroTooLate.class);
    assertThat(xero.received()).isEmpty();
  }

  @Test
  void the_last_moment_is_watched_until_the_connection_stands() throws Exception {
    MovableClock clock = new MovableClock();
    java.util.concurrent.atomic.AtomicInteger looks =
        new java.util.concurrent.atomic.AtomicInteger();
    Instant last = clock.instant().plusSeconds(1);
    Clock late =
        new Clock() {
          @Override
          public Instant instant() {
            // The permit is taken and the call logged in time; then the connection takes its time.
            return looks.incrementAndGet() <= 2 ? clock.instant() : last;
          }

          @Override
          public java.time.ZoneId getZone() {
            return clock.getZone();
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    try (XeroBench slow = new XeroBench(database, late, xero.uri(), Map.of())) {
      looks.set(0);
      assertThatThrownBy(
              () ->
                  slow.call(
                      "xero:Invoices?method=PUT",
                      "{}",
                      message -> message.setHeader("XeroSendBefore", last)))
          .isInstanceOf(XeroTooLate.class);
    }
    assertThat(xero.received()).isEmpty();
    assertThat(log()).singleElement().satisfies(row -> assertThat(row.get("status")).isNull());
    assertThat(minuteLeft()).isEqualTo(60);
  }

  @Test
  void a_call_inside_a_database_transaction_is_refused() {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.pool()));

    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> bench.get("xero:Accounts")))
        .isInstanceOfSatisfying(
            LedgerwayException.class,
            e -> assertThat(e.code()).isEqualTo("XERO_CALL_IN_TRANSACTION"));
  }

  @Test
  void every_attempt_is_logged_before_it_is_sent_and_completed_afterwards() {
    xero.then(
        (request, socket) -> {
          assertThat(log())
              .singleElement()
              .satisfies(row -> assertThat(row.get("finished_at")).isNull());
          answer(500, "oops", "Xero-Correlation-Id: c-9").meet(request, socket);
        });

    assertThatThrownBy(
            () ->
                bench.call(
                    "xero:Invoices?method=PUT&summarizeErrors=false",
                    Map.of("Invoices", List.of(Map.of(), Map.of())),
                    message -> message.setHeader("Idempotency-Key", "key-7")))
        .isInstanceOf(XeroUncertain.class);

    assertThat(log())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("method", "PUT")
                    .containsEntry("resource", "Invoices")
                    .containsEntry("query", "summarizeErrors=false")
                    .containsEntry("idempotency_key", "key-7")
                    .containsEntry("elements", 2)
                    .containsEntry("status", 500)
                    .containsEntry("correlation_id", "c-9")
                    .containsEntry("error_code", "XERO_UNCERTAIN")
                    .containsEntry("tenant_id", "tenant-of-acme")
                    .containsEntry("company", "acme"));
    assertThat(log().get(0).get("finished_at")).isNotNull();
    assertThat(
            bench
                .meters
                .get("xero.calls")
                .tags("method", "PUT", "resource", "Invoices", "outcome", "XERO_UNCERTAIN")
                .timer()
                .count())
        .isEqualTo(1);
    assertThat(log().get(0).get("request_hash").toString()).hasSize(64);
  }

  private <E extends XeroException> E failure(Class<E> type, String uri) {
    E failure = catchThrowableOfType(type, () -> bench.call(uri, "{}", message -> {}));
    assertThat(failure).as(uri).isNotNull();
    return failure;
  }

  private List<Map<String, Object>> log() {
    return database.jdbc().sql("select * from xero_call order by id").query().listOfRows();
  }

  private int minuteLeft() {
    return database.jdbc().sql("select minute_left from xero_tenant").query(Integer.class).single();
  }

  private int permits() {
    return database.jdbc().sql("select count(*) from xero_permit").query(Integer.class).single();
  }

  private Instant pausedUntil() {
    return (Instant)
        database
            .jdbc()
            .sql("select paused_until from xero_tenant")
            .query(
                (row, n) -> {
                  var until = row.getTimestamp(1);
                  return java.util.Optional.ofNullable(until == null ? null : until.toInstant());
                })
            .single()
            .orElse(null);
  }
}
