package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.CompanySetUp;
import io.ledgerway.local.SandboxSwitches.Organisation;
import io.ledgerway.xero.XeroAccess;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connecting by a person's consent, over REST, against the sandbox. */
class ConsentFlowTest {

  private static final String RECONNECT = "XeroReconnectNeeded";
  private static Engine engine;
  private static Consenting person;

  private String company;
  private Organisation organisation;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
    person = new Consenting(engine.uri(), engine.around.settings().apiKey());
  }

  @BeforeEach
  void company() {
    company = "consent-" + UUID.randomUUID();
    engine.api.putCompany(company, Map.of("name", "Consent"));
    organisation = engine.switches().addOrganisation("Books of " + company, "NZ");
  }

  @Test
  void a_consent_connects_the_company_and_its_books_can_be_read() {
    HttpResponse<String> page = person.connect(company, organisation.tenantId());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Connected", organisation.name());
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(connection().get("state").asText()).isEqualTo("ACTIVE");
    assertThat(connection().get("tenantId").asText()).isEqualTo(organisation.tenantId());
    engine.api.startSetUpRead(company);
    awaitImport();
  }

  @Test
  void an_answer_counts_once() {
    String back = person.answer(person.ask(company), organisation.tenantId(), "allow");
    assertThat(person.comeBack(back).statusCode()).isEqualTo(200);

    HttpResponse<String> again = person.comeBack(back);

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("belongs to no consent");
    assertThat(connection().get("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void a_refused_consent_leaves_everything_and_says_why() {
    engine.api.fill(company, "perk", "cards", "card-1", "some-account");

    HttpResponse<String> page =
        person.comeBack(person.answer(person.ask(company), organisation.tenantId(), "cancel"));

    assertThat(page.body()).contains("Consent was not given");
    assertThat(connection().get("state").asText()).isEqualTo("NOT_CONNECTED");
    assertThat(connection().get("reason").asText()).contains("access_denied");
    assertThat(card("card-1")).isEqualTo("some-account");
  }

  @Test
  void a_made_up_state_or_error_is_refused_and_never_shown() {
    HttpResponse<String> page =
        person.comeBack("state=%3Cscript%3Ealert(1)%3C%2Fscript%3E&error=%3Cscript%3E&code=");

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body()).doesNotContain("<script>");
  }

  @Test
  void an_organisation_of_another_company_is_refused_and_the_company_not_named() {
    person.connect(company, organisation.tenantId());
    String other = "other-" + company;
    engine.api.putCompany(other, Map.of("name", "Other"));
    // No person is as quick as these tests.
    Awaitility.await().pollDelay(Duration.ofMillis(2_100)).until(() -> true);

    HttpResponse<String> page = person.connect(other, organisation.tenantId());

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("connected to another company")
        .contains("Disable that connection first");
    JsonNode connection = engine.api.company(other).get("connection");
    assertThat(connection.get("state").asText()).isEqualTo("NOT_CONNECTED");
    assertThat(connection.get("reason").asText()).contains(organisation.name());
    assertThat(connection().get("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void
      disabled_and_connected_again_the_choices_are_back_and_another_organisation_asks_for_review() {
    person.connect(company, organisation.tenantId());
    engine
        .switches()
        .add(
            organisation.tenantId(),
            "accounts",
            Map.of("Name", "Only here", "Code", "ONLY", "Type", "BANK", "BankAccountNumber", "1"));
    String account = bankAccount("Only here");
    String common = bankAccount("Business Bank Account");
    engine.api.fill(company, "perk", "cards", "card-1", account);
    engine.api.fill(company, "perk", "cards", "card-2", common);
    assertThat(reviewNeeded()).isEmpty();

    assertThat(person.call("DELETE", "/companies/" + company + "/connection", "").statusCode())
        .isEqualTo(200);
    assertThat(connection().get("state").asText()).isEqualTo("DISABLED");
    assertThat(offers().findValuesAsText("tenantId"))
        .as("it is no longer connected at Xero")
        .doesNotContain(organisation.tenantId());
    person.connect(company, organisation.tenantId());
    assertThat(connection().get("state").asText()).isEqualTo("ACTIVE");
    assertThat(card("card-1")).isEqualTo(account);
    assertThat(reviewNeeded()).isEmpty();

    Organisation other = engine.switches().addOrganisation("Other books of " + company, "NZ");
    person.connect(company, other.tenantId());
    awaitImport();

    assertThat(reviewNeeded()).hasSize(1);
    assertThat(reviewNeeded().get(0).get("setting").asText()).isEqualTo("perk/cards/card-1");
    assertThat(reviewNeeded().get(0).get("accountId").asText()).isEqualTo(account);
    assertThat(card("card-2"))
        .as("bound to the account with the same code")
        .isEqualTo(bankAccount("Business Bank Account"));
  }

  private String card(String card) {
    return engine.api.table(company, "perk", "cards").path(card).asText();
  }

  @Test
  void no_token_is_ever_seen_in_logs_answers_or_the_database() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("io.ledgerway");
    Level before = ours.getLevel();
    log.start();
    root.addAppender(log);
    ours.setLevel(Level.DEBUG);
    String back;
    String token;
    try {
      back = person.answer(person.ask(company), organisation.tenantId(), "allow");
      person.comeBack(back);
      token = engine.context.getBean(XeroAccess.class).grant(company).token();
      engine.api.startSetUpRead(company);
      awaitImport();
      person.comeBack(back);
      person.call("GET", "/companies/" + company, "");
      offers();
      person.call("PUT", "/companies/" + company + "/connection", "{\"tenantId\":\"none\"}");
      engine.switches().change(organisation.tenantId(), Map.of("disconnected", true));
      engine.api.startSetUpRead(company);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> connection().get("state").asText().equals("EXPIRED"));
      // The state changes before the line about it is written.
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> text(log).contains(RECONNECT));
    } finally {
      ours.setLevel(before);
      root.detachAppender(log);
    }
    String database = rows("xero_token_set") + rows("xero_connection") + rows("xero_offer");
    String logged = text(log);

    assertThat(database).contains(organisation.tenantId());
    assertThat(logged).contains(RECONNECT);
    for (String where : List.of(logged, String.join("\n", person.answers), database)) {
      assertThat(where).doesNotContain(token).doesNotContain(hex(token));
      assertThat(where).doesNotContain("sandbox-refresh-").doesNotContain(hex("sandbox-refresh-"));
      assertThat(where).doesNotContain(back.replaceAll(".*code=([^&]*).*", "$1"));
    }
  }

  @Test
  void a_test_of_the_connection_says_what_is_right_and_what_is_not() {
    assertThat(checks().at("/0/check").asText()).isEqualTo("credentials");
    assertThat(checks().at("/0/ok").asBoolean()).isFalse();
    person.connect(company, organisation.tenantId());

    JsonNode checks = checks();

    assertThat(checks.findValuesAsText("check"))
        .containsExactly(
            "credentials", "scopes", "organisation", "lock-dates", "bank-accounts", "plan-limits");
    assertThat(checks.findValuesAsText("ok")).containsOnly("true");
    assertThat(checks.at("/2/message").asText()).startsWith(organisation.name()).contains("NZD");
    assertThat(checks.at("/5/message").asText()).contains("calls left today");

    // The read that connecting begins would find it out first.
    CompanySetUp.awaitImport(engine.api, company);
    engine.switches().change(organisation.tenantId(), Map.of("disconnected", true));
    JsonNode organisationCheck = checks().get(2);
    assertThat(organisationCheck.get("ok").asBoolean()).isFalse();
    assertThat(organisationCheck.get("action").asText()).contains("again");
  }

  private JsonNode checks() {
    return Consenting.json(person.call("POST", "/companies/" + company + "/connection/test", ""));
  }

  private static String text(ListAppender<ILoggingEvent> log) {
    return List.copyOf(log.list).stream()
        .map(e -> e.getFormattedMessage() + thrown(e.getThrowableProxy()))
        .collect(Collectors.joining("\n"));
  }

  private static String thrown(IThrowableProxy proxy) {
    return proxy == null ? "" : ThrowableProxyUtil.asString(proxy);
  }

  private static String rows(String table) {
    return String.join(
        "\n",
        engine
            .context
            .getBean(JdbcClient.class)
            .sql("select t::text from " + table + " t")
            .query(String.class)
            .list());
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private String bankAccount(String name) {
    engine.api.startSetUpRead(company);
    awaitImport();
    return engine
        .context
        .getBean(JdbcClient.class)
        .sql(
            "select id from reference_record where company = ? and kind = 'account' and active"
                + " and name = ?")
        .param(company)
        .param(name)
        .query(String.class)
        .single();
  }

  private void awaitImport() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> engine.api.company(company).at("/lastImport/state").asText().equals("DONE"));
  }

  private JsonNode reviewNeeded() {
    return engine.api.company(company).get("reviewNeeded");
  }

  private JsonNode offers() {
    return Consenting.json(person.call("GET", "/companies/" + company + "/connection/offers", ""));
  }

  private JsonNode connection() {
    return engine.api.company(company).get("connection");
  }
}
