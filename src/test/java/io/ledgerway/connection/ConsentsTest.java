package io.ledgerway.connection;

import static io.ledgerway.secret.SecretsTest.OLD;
import static io.ledgerway.xero.RoughServer.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.xero.Database;
import io.ledgerway.xero.MovableClock;
import io.ledgerway.xero.RoughServer;
import io.ledgerway.xero.XeroReconnectNeeded;
import io.ledgerway.xero.XeroUncertain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a consent brings, beyond what the sandbox's one organisation per consent can show. */
class ConsentsTest {

  private static Database database;

  private final MovableClock clock = new MovableClock();
  private final RoughServer xero = new RoughServer();
  private final AtomicInteger number = new AtomicInteger();
  private volatile String ofThisConsent = "[]";
  private volatile String all = "[]";
  private ConnectionsBench engine;

  @BeforeAll
  static void openDatabase() {
    database = new Database();
    database
        .jdbc()
        .sql("insert into company (id, name) values ('acme', 'A'), ('bolt', 'B')")
        .update();
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void open() {
    database.jdbc().sql("truncate xero_connection, xero_token_set, xero_consent cascade").update();
    engine = new ConnectionsBench(database, clock, xero.uri(), OLD);
    xero.otherwise(
        (request, socket) -> {
          String body =
              request.target().equals("/connect/token")
                  ? token()
                  : request.target().contains("authEventId=") ? ofThisConsent : all;
          answer(200, body).meet(request, socket);
        });
  }

  @AfterEach
  void close() {
    xero.close();
  }

  @Test
  void the_person_is_sent_with_state_challenge_and_no_more_scopes_than_needed() {
    String url = engine.consents.ask("acme", Asker.program("ada")).url().toString();

    assertThat(url)
        .startsWith(xero.uri() + "/identity/connect/authorize?response_type=code&")
        .contains("client_id=env-client")
        .contains("redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fconnect%2Fxero%2Fcallback")
        .contains("scope=offline_access%20accounting.invoices%20")
        .doesNotContain("accounting.transactions")
        .containsPattern("state=[\\w-]{43}&")
        .containsPattern("code_challenge=[\\w-]{43}&code_challenge_method=S256");
  }

  @Test
  void the_code_goes_to_xero_with_the_verifier_of_the_challenge() {
    ofThisConsent = list(organisation("t-1", "One"));
    String url = engine.consents.ask("acme", Asker.program("ada")).url().toString();

    engine.consents.consented(stateOf(url), "the-code", null);

    String form = xero.received().get(0).body();
    String verifier = form.replaceAll(".*code_verifier=([^&]*).*", "$1");
    assertThat(form).contains("grant_type=authorization_code").contains("code=the-code");
    assertThat(url).contains("code_challenge=" + Pkce.challenge(verifier));
    assertThat(xero.received().get(1).target()).endsWith("authEventId=event-1");
  }

  @Test
  void neither_state_nor_verifier_nor_tokens_are_stored_in_clear() {
    ofThisConsent = list(organisation("t-1", "One"));
    String state = stateOf(engine.consents.ask("acme", Asker.program("ada")).url().toString());
    String waiting = rows("xero_consent");
    engine.consents.consented(state, "the-code", null);
    String verifier = xero.received().get(0).body().replaceAll(".*code_verifier=([^&]*).*", "$1");

    assertThat(waiting).contains("acme").doesNotContain(state).doesNotContain(hex(verifier));
    assertThat(rows("xero_token_set"))
        .doesNotContain("refresh-1")
        .doesNotContain(hex("refresh-1"))
        .doesNotContain(hex(engine.tokens.grant("acme").token()));
  }

  @Test
  void a_state_is_good_for_ten_minutes() {
    ofThisConsent = list(organisation("t-1", "One"));
    String state = ask("acme");
    clock.forward(Duration.ofMinutes(10));

    assertThatThrownBy(() -> engine.consents.consented(state, "code", null))
        .isInstanceOf(ConnectionRefused.class)
        .hasMessageContaining("ten minutes");
    assertThat(xero.received()).as("the code is not even tried").isEmpty();
  }

  @Test
  void what_was_begun_in_a_browser_is_answered_in_it_alone_and_binds_nothing_by_itself() {
    ofThisConsent = list(organisation("t-1", "One"));
    all = ofThisConsent;
    Asker person = new Asker("ada", "secret of the browser");

    for (String browser : new String[] {null, "of another"}) {
      String state = stateOf(engine.consents.ask("acme", person).url().toString());
      assertThatThrownBy(() -> engine.consents.consented(state, "code", browser))
          .hasMessageContaining("CONSENT_OF_ANOTHER_BROWSER");
      assertThatThrownBy(() -> engine.consents.consented(state, "code", person.browser()))
          .as("a state counts once")
          .hasMessageContaining("CONSENT_STATE_UNKNOWN");
    }
    assertThat(xero.received()).as("the code is not even tried").isEmpty();

    String state = stateOf(engine.consents.ask("acme", person).url().toString());
    Consents.Result result = engine.consents.consented(state, "code", person.browser());
    assertThat(result.connection()).isNull();
    assertThat(result.offers()).containsExactly(new Offer("t-1", "One", null));

    assertThat(engine.offers.of("acme", "bo")).as("offered to nobody else").isEmpty();
    assertThatThrownBy(() -> engine.offers.choose("bolt", "bo", "t-1"))
        .hasMessageContaining("XERO_ORGANISATION_NOT_OFFERED");
    assertThat(engine.offers.choose("acme", "ada", "t-1").state())
        .isEqualTo(Connection.State.ACTIVE);
  }

  @Test
  void of_several_organisations_one_is_chosen_and_the_rest_is_offered_to_other_companies() {
    ofThisConsent = list(organisation("t-1", "One"), organisation("t-2", "Two"));
    all = ofThisConsent;

    Consents.Result result = engine.consents.consented(ask("acme"), "code", null);
    assertThat(result.connection()).isNull();
    assertThat(result.offers())
        .containsExactly(new Offer("t-1", "One", null), new Offer("t-2", "Two", null));
    assertThat(engine.connections.find("acme").orElseThrow().state())
        .isEqualTo(Connection.State.NOT_CONNECTED);

    engine.offers.choose("acme", "ada", "t-2");
    assertThat(engine.offers.of("bolt", "ada"))
        .containsExactly(new Offer("t-1", "One", null), new Offer("t-2", "Two", "acme"));
    assertThatThrownBy(() -> engine.offers.choose("bolt", "ada", "t-2"))
        .hasMessageContaining("connected to another company");
    engine.offers.choose("bolt", "ada", "t-1");

    assertThat(engine.tokens.grant("acme").token()).isEqualTo(engine.tokens.grant("bolt").token());
    clock.forward(Duration.ofMinutes(31));
    assertThat(engine.tokens.grant("acme").token())
        .as("one refresh serves both")
        .isEqualTo(engine.tokens.grant("bolt").token());
  }

  @Test
  void a_choice_that_is_not_made_within_the_hour_is_over() {
    ofThisConsent = list(organisation("t-1", "One"), organisation("t-2", "Two"));
    engine.consents.consented(ask("acme"), "code", null);
    clock.forward(Duration.ofHours(1));

    assertThat(engine.offers.of("acme", "ada")).isEmpty();
    assertThatThrownBy(() -> engine.offers.choose("acme", "ada", "t-1"))
        .hasMessageContaining("XERO_ORGANISATION_NOT_OFFERED");
  }

  @Test
  void an_organisation_that_was_chosen_before_is_told_by_the_time_of_its_last_change() {
    String now = clock.instant().toString().replace("Z", ".1234567");
    all =
        list(
            organisation("t-1", "Long ago"),
            organisation("t-2", "Just now").replace("2020-01-01T00:00:00.0000000", now));

    assertThat(engine.consents.consented(ask("acme"), "code", null).connection().tenantId())
        .isEqualTo("t-2");
  }

  @Test
  void a_consent_to_nothing_is_refused_and_the_company_says_so() {
    assertThatThrownBy(() -> engine.consents.consented(ask("acme"), "code", null))
        .hasMessageContaining("XERO_NO_ORGANISATION");
    assertThat(engine.connections.find("acme").orElseThrow().stateReason())
        .contains("opens no organisation");
  }

  @Test
  void a_company_that_is_connected_stays_so_when_another_consent_fails() {
    ofThisConsent = list(organisation("t-1", "One"));
    engine.consents.consented(ask("acme"), "code", null);
    engine.consents.denied(ask("acme"), "access_denied", null);
    xero.then(answer(400, "{\"error\":\"invalid_grant\"}"));
    assertThatThrownBy(() -> engine.consents.consented(ask("acme"), "code", null))
        .isInstanceOf(ConnectionRefused.class);
    xero.then(RoughServer.reset());
    assertThatThrownBy(() -> engine.consents.consented(ask("acme"), "code", null))
        .isInstanceOf(XeroUncertain.class);

    assertThat(engine.connections.find("acme").orElseThrow().state())
        .isEqualTo(Connection.State.ACTIVE);
    assertThat(engine.tokens.grant("acme").tenantId()).isEqualTo("t-1");
  }

  @Test
  void when_the_newest_refresh_token_is_refused_the_one_before_is_tried_within_its_grace() {
    connect();
    clock.forward(Duration.ofMinutes(31));
    engine.tokens.grant("acme");
    clock.forward(Duration.ofMinutes(20));
    xero.then(answer(400, "{\"error\":\"invalid_grant\"}"));

    engine.tokens.renewed("acme", engine.tokens.grant("acme"));

    assertThat(lastForm()).contains("refresh_token=refresh-1");
  }

  @Test
  void a_lost_answer_is_asked_for_again_although_nobody_calls() {
    connect();
    clock.forward(Duration.ofMinutes(31));
    xero.then(RoughServer.reset());
    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroUncertain.class);

    clock.forward(Duration.ofMinutes(2));
    new ConnectionsBench(database, clock, xero.uri(), OLD).due.renew();

    assertThat(lastForm()).contains("refresh_token=refresh-1");
    int asked = xero.received().size();
    engine.due.renew();
    assertThat(xero.received()).as("only once").hasSize(asked);
  }

  @Test
  void a_company_that_is_quiet_for_a_week_keeps_its_connection_alive() {
    connect();
    engine.due.renew();
    assertThat(xero.received()).hasSize(2);
    clock.forward(Duration.ofDays(8));

    engine.due.renew();

    assertThat(lastForm()).contains("refresh_token=refresh-1");
  }

  @Test
  void a_secret_that_xero_does_not_know_expires_nobody() {
    connect();
    clock.forward(Duration.ofMinutes(31));
    xero.then(answer(400, "{\"error\":\"invalid_client\"}"));

    assertThatThrownBy(() -> engine.tokens.grant("acme"))
        .isInstanceOf(XeroUncertain.class)
        .hasMessageContaining("invalid_client");

    clock.forward(Duration.ofSeconds(3));
    assertThat(engine.tokens.grant("acme").tenantId()).isEqualTo("t-1");
  }

  @Test
  void a_revoked_grant_expires_every_company_of_the_consent() {
    ofThisConsent = list(organisation("t-1", "One"), organisation("t-2", "Two"));
    all = ofThisConsent;
    engine.consents.consented(ask("acme"), "code", null);
    engine.offers.choose("acme", "ada", "t-1");
    engine.offers.choose("bolt", "ada", "t-2");
    clock.forward(Duration.ofMinutes(31));
    xero.then(answer(400, "{\"error\":\"invalid_grant\"}"));

    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroReconnectNeeded.class);

    assertThat(engine.connections.all())
        .extracting(Connection::state)
        .containsOnly(Connection.State.EXPIRED);
  }

  @Test
  void disabling_ends_that_connection_alone_and_the_consent_goes_on_for_the_other_company() {
    ofThisConsent = list(organisation("t-1", "One"), organisation("t-2", "Two"));
    all = ofThisConsent;
    engine.consents.consented(ask("acme"), "code", null);
    engine.offers.choose("acme", "ada", "t-1");
    engine.offers.choose("bolt", "ada", "t-2");

    engine.connections.disable("acme", "by hand");

    RoughServer.Received last = xero.received().get(xero.received().size() - 1);
    assertThat(last.method() + " " + last.target()).isEqualTo("DELETE /connections/c-t-1");
    assertThat(engine.tokens.grant("bolt").tenantId()).isEqualTo("t-2");
    assertThat(engine.connections.find("acme").orElseThrow().tenantId()).isEqualTo("t-1");
    assertThat(rows("xero_disconnection")).isEmpty();
  }

  @Test
  void what_cannot_be_ended_at_xero_now_is_ended_later_unless_it_is_in_use_again() {
    connect();
    xero.then(answer(503, "down", "Content-Type: text/plain"));
    engine.connections.disable("acme", "by hand");
    assertThatThrownBy(() -> engine.tokens.grant("acme")).isInstanceOf(XeroReconnectNeeded.class);
    assertThat(rows("xero_disconnection")).contains("c-t-1");

    engine.disconnections.carryOut(null);
    assertThat(rows("xero_disconnection")).isEmpty();
    assertThat(rows("xero_token_set")).as("its secrets are forgotten").isEmpty();

    connect();
    xero.then(answer(503, "down", "Content-Type: text/plain"));
    engine.connections.disable("acme", "by hand");
    connect();
    int asked = xero.received().size();
    engine.disconnections.carryOut(null);
    assertThat(xero.received()).hasSize(asked);
  }

  @Test
  void another_organisation_is_announced_and_the_former_connection_ended() {
    connect();
    connect();
    OrganisationConnected first = new OrganisationConnected("acme", "t-1");
    assertThat(engine.events)
        .containsExactly(new OrganisationChanged("acme", null, null, "t-1", "One"), first, first);
    engine.events.clear();
    ofThisConsent = list(organisation("t-2", "Two"));
    engine.consents.consented(ask("acme"), "code", null);

    assertThat(engine.events)
        .containsExactly(
            new OrganisationChanged("acme", "t-1", "One", "t-2", "Two"),
            new OrganisationConnected("acme", "t-2"));
    engine.disconnections.carryOut(null);
    RoughServer.Received last = xero.received().get(xero.received().size() - 1);
    assertThat(last.method() + " " + last.target()).isEqualTo("DELETE /connections/c-t-1");
  }

  private void connect() {
    ofThisConsent = list(organisation("t-1", "One"));
    engine.consents.consented(ask("acme"), "code", null);
  }

  private String lastForm() {
    return xero.received().get(xero.received().size() - 1).body();
  }

  private String ask(String company) {
    return stateOf(engine.consents.ask(company, Asker.program("ada")).url().toString());
  }

  private static String stateOf(String url) {
    return url.replaceAll(".*[?&]state=([^&]*).*", "$1");
  }

  /** A token as Xero makes them, without a signature that would fit. */
  private String token() {
    int n = number.incrementAndGet();
    String claims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ("{\"authentication_event_id\":\"event-1\",\"jti\":\"" + n + "\"}").getBytes());
    return "{\"access_token\":\"e30.%s.c2ln\",\"refresh_token\":\"refresh-%d\",\"expires_in\":1800}"
        .formatted(claims, n);
  }

  private static String list(String... organisations) {
    return "[" + String.join(",", organisations) + "]";
  }

  private static String organisation(String tenantId, String name) {
    return ("{\"id\":\"c-%s\",\"tenantId\":\"%s\",\"tenantType\":\"ORGANISATION\",\"tenantName\":\"%s\","
            + "\"updatedDateUtc\":\"2020-01-01T00:00:00.0000000\"}")
        .formatted(tenantId, tenantId, name);
  }

  private static String rows(String table) {
    return String.join(
        "\n",
        database.jdbc().sql("select t::text from " + table + " t").query(String.class).list());
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
