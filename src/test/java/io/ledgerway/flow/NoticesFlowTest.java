package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.ledgerway.contract.Schemas;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.EngineProcess;
import io.ledgerway.local.Topic;
import io.ledgerway.local.Webhook.Received;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.HttpClientErrorException;

/** Notices as their receivers get them, with all routes and a real ledger behind them. */
class NoticesFlowTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SECRET = "a-secret-of-acmes-own-making";
  private static final String CARD = "card-of-the-sales-team";
  private static final Duration SOON = Duration.ofSeconds(90);
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void a_thousand_documents_held_by_one_cause_are_one_notice_and_another_says_that_it_is_solved() {
    Company company = engine.company();
    choose(company, webhook(company.id()));
    hold(company, 1_000);
    engine.awaitSummary(company, Map.of("HELD", 1_000L));
    JsonNode notice = awaitNotices(company, 1).get(0);
    assertThat(notice.get("occasion").asText()).isEqualTo("CHANGES");
    assertThat(notice.get("open")).hasSize(1);
    assertThat(notice.at("/open/0/code").asText()).isEqualTo("CARD_NOT_MAPPED");
    assertThat(notice.at("/open/0/actor").asText()).isEqualTo("ADMIN");
    assertThat(notice.at("/open/0/some")).hasSize(3);
    verify(engine.hooks.at(company.id()).get(0), SECRET);

    engine.api.fill(company.id(), "perk", "cards", CARD, company.books().bankAccounts().get(0));
    engine.awaitSummary(company, Map.of("POSTED", 1_000L));
    List<JsonNode> both = awaitNotices(company, 2);
    assertThat(both.get(1).get("open")).isEmpty();
    assertThat(both.get(1).at("/solved/0/need").asText())
        .isEqualTo(notice.at("/open/0/need").asText());
    assertThat(both).allSatisfy(NoticesFlowTest::isOfSchema);
    awaitQuiet(company);
    assertThat(engine.hooks.at(company.id())).hasSize(2);
  }

  @Test
  void a_webhook_that_fails_three_times_gets_the_same_notice_until_it_takes_it() {
    Company company = engine.company();
    engine.hooks.answers(company.id(), 503, 500, 429);
    choose(company, webhook(company.id()));
    hold(company, 1);
    Awaitility.await().atMost(SOON).until(() -> engine.hooks.at(company.id()).size() == 4);
    List<Received> received = engine.hooks.at(company.id());
    assertThat(received)
        .extracting(each -> each.header("Ledgerway-delivery"))
        .containsOnly(json(received.get(0).body()).get("id").asText());
    assertThat(received).extracting(Received::body).containsOnly(received.get(0).body());
    received.forEach(each -> verify(each, SECRET));
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode delivery = deliveries(company).get(0);
              assertThat(delivery.get("state").asText()).isEqualTo("DELIVERED");
              assertThat(delivery.get("failedAttempts").asInt()).isEqualTo(3);
              assertThat(delivery.hasNonNull("problem")).isFalse();
            });
  }

  @Test
  void what_refuses_is_shown_what_redirects_is_not_followed_and_what_is_gone_is_switched_off() {
    Company company = engine.company();
    engine.hooks.answers(company.id(), 302);
    engine.hooks.answers(company.id() + "-gone", 410);
    choose(company, webhook(company.id()), webhook(company.id() + "-gone"));
    JsonNode moved = test(company, 0);
    assertThat(moved.get("state").asText()).isEqualTo("GIVEN_UP");
    assertThat(moved.get("problem").asText())
        .isEqualTo("It answered 302, and no redirect is followed: give the address itself.");
    assertThat(engine.hooks.at(company.id() + "-elsewhere")).isEmpty();
    assertThat(test(company, 0).get("state").asText()).isEqualTo("DELIVERED");
    test(company, 1);
    JsonNode gone = notices(company).at("/destinations/1");
    assertThat(gone.get("enabled").asBoolean()).isFalse();
    assertThat(gone.get("switchedOffBecause").asText()).contains("410");
    assertThat(deliveries(company)).hasSize(3);
  }

  @Test
  void a_secret_is_never_shown_again_and_signs_beside_the_new_one_for_a_day() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = (Logger) LoggerFactory.getLogger("io.ledgerway");
    Level before = ours.getLevel();
    log.start();
    root.addAppender(log);
    ours.setLevel(Level.DEBUG);
    String second = "another-secret-of-acmes-own";
    Company company = engine.company();
    List<String> answers = new ArrayList<>();
    try {
      choose(company, webhook(company.id()));
      answers.add(notices(company).toString());
      Map<String, Object> rotated = webhook(company.id());
      rotated.put("id", notices(company).at("/destinations/0/id").asText());
      rotated.put("secret", second);
      choose(company, rotated);
      answers.add(test(company, 0).toString());
      answers.add(notices(company).toString());
      answers.add(deliveries(company).toString());
      rotated.put("secret", "short");
      assertThatThrownBy(() -> choose(company, rotated))
          .isInstanceOfSatisfying(
              HttpClientErrorException.class, e -> answers.add(e.getResponseBodyAsString()));
    } finally {
      ours.setLevel(before);
      root.detachAppender(log);
    }
    Received received = engine.hooks.at(company.id()).get(0);
    verify(received, SECRET);
    verify(received, second);
    answers.addAll(List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList());
    answers.addAll(
        engine
            .context
            .getBean(JdbcClient.class)
            .sql("select d::text from notice_destination d")
            .query(String.class)
            .list());
    for (String secret : List.of(SECRET, second)) {
      String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
      assertThat(answers).noneMatch(each -> each.contains(secret) || each.contains(hex));
    }
  }

  @Test
  void no_address_inside_is_taken_and_whatever_is_wrong_is_named() {
    Company company = engine.company();
    for (String inside :
        List.of(
            "https://10.1.2.3/x",
            "https://169.254.169.254/latest/meta-data",
            "http://192.168.1.1/",
            "https://[fd00::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://0.0.0.0/")) {
      Map<String, Object> destination = webhook(company.id());
      destination.put("url", inside);
      refused(company, destination, "destinations[0].url", "no address of the public internet");
    }
    for (String wrong : List.of("ftp://a.example/", "https://me:pw@a.example/", "nonsense", "")) {
      Map<String, Object> destination = webhook(company.id());
      destination.put("url", wrong);
      refused(company, destination, "destinations[0].url", "cannot be used");
    }
    Map<String, Object> mixed = webhook(company.id());
    mixed.put("addresses", List.of("a@acme.example"));
    mixed.put("at", "08:00");
    refused(company, mixed, "destinations[0].addresses", "does not belong to WEBHOOK");
    refused(company, mixed, "destinations[0].at", "does not belong to AT_ONCE");
    Map<String, Object> unsigned = webhook(company.id());
    unsigned.remove("secret");
    refused(company, unsigned, "destinations[0].secret", "16 to 200");
    assertThat(notices(company).get("destinations")).isEmpty();
  }

  @Test
  void a_topic_and_a_mailbox_are_told_the_same() throws MessagingException {
    Company company = engine.company();
    String address = company.id() + "@acme.example";
    choose(
        company,
        Map.of("kind", "TOPIC", "when", "AT_ONCE"),
        Map.of("kind", "EMAIL", "when", "AT_ONCE", "addresses", List.of(address)));
    hold(company, 2);
    Awaitility.await().atMost(SOON).until(() -> deliveries(company).size() == 2);
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(deliveries(company))
                    .extracting(each -> each.get("state").asText())
                    .containsOnly("DELIVERED"));
    List<JsonNode> records =
        Topic.readAll(engine.around.kafka(), Engine.NOTICES).stream()
            .filter(each -> each.key().equals(company.id()))
            .map(each -> json(each.value()))
            .toList();
    assertThat(records).hasSize(1).allSatisfy(NoticesFlowTest::isOfSchema);
    assertThat(records.get(0).at("/open/0/number").asInt()).isEqualTo(2);
    var mails =
        Stream.of(engine.mail.getReceivedMessages())
            .filter(each -> to(each).equals(address))
            .toList();
    assertThat(mails).hasSize(1);
    assertThat(mails.get(0).getSubject())
        .isEqualTo(
            "Ledgerway: 1 thing needs attention at "
                + engine.api.company(company.id()).get("name").asText());
    assertThat(GreenMailUtil.getBody(mails.get(0)))
        .contains("2 documents", records.get(0).at("/open/0/some/0").asText());
  }

  @Test
  void
      an_expired_connection_with_two_hundred_documents_waiting_is_one_notice_and_all_go_out_later() {
    Company company = engine.company();
    choose(company, webhook(company.id()));
    engine.switches().change(company.tenant(), Map.of("disconnected", true));
    for (int i = 0; i < 200; i++) {
      engine.expenses.send(company.id(), PlainExpense.of(company, "waits-" + i).toString());
    }
    engine.expenses.flush();
    engine.awaitSummary(company, Map.of("HELD", 200L));
    assertThat(engine.api.company(company.id()).at("/connection/state").asText())
        .isEqualTo("EXPIRED");
    JsonNode notice = awaitNotices(company, 1).get(0);
    assertThat(notice.get("open")).hasSize(1);
    assertThat(notice.at("/open/0/code").asText()).isEqualTo("CONNECTION_EXPIRED");
    assertThat(notice.at("/open/0/about").asText()).isEqualTo("COMPANY");
    assertThat(notice.at("/open/0/message").asText())
        .isEqualTo("Your Xero connection has expired. Please reconnect from Settings.");
    assertThat(engine.api.postings(company.id(), "HELD"))
        .allSatisfy(
            held ->
                assertThat(held.at("/problems/0/code").asText()).isEqualTo("CONNECTION_EXPIRED"));

    engine.switches().change(company.tenant(), Map.of("disconnected", false));
    engine.awaitSummary(company, Map.of("POSTED", 200L));
    List<JsonNode> both = awaitNotices(company, 2);
    assertThat(both.get(1).at("/solved/0/code").asText()).isEqualTo("CONNECTION_EXPIRED");
    Awaitility.await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(outcomes(company)).hasSize(200).containsOnly("POSTED"));
    awaitQuiet(company);
    assertThat(engine.hooks.at(company.id())).hasSize(2);
  }

  @Test
  void a_disconnect_made_in_xero_is_noticed_by_the_nightly_read_without_any_traffic() {
    Company company = engine.company();
    choose(company, webhook(company.id()));
    engine.api.putCompany(company.id(), Map.of("syncAt", "02:30")); // planned now, not at a tick
    engine.switches().change(company.tenant(), Map.of("disconnected", true));
    engine
        .context
        .getBean(JdbcClient.class)
        .sql("update import_schedule set next_run_at = ledgerway_now() where company = ?")
        .param(company.id())
        .update();
    assertThat(awaitNotices(company, 1).get(0).at("/open/0/code").asText())
        .isEqualTo("CONNECTION_EXPIRED");
    engine.switches().change(company.tenant(), Map.of("disconnected", false));
    assertThat(awaitNotices(company, 2).get(1).at("/solved/0/code").asText())
        .isEqualTo("CONNECTION_EXPIRED");
  }

  @Test
  void while_xero_is_away_the_company_is_told_once_and_no_document() {
    Company company = engine.company();
    choose(company, webhook(company.id()));
    engine.switches().change(company.tenant(), Map.of("offline", true));
    for (int i = 0; i < 3; i++) {
      engine.expenses.send(company.id(), PlainExpense.of(company, "away-" + i).toString());
    }
    engine.expenses.flush();
    JsonNode notice = awaitNotices(company, 1).get(0);
    assertThat(notice.at("/open/0/code").asText()).isEqualTo("XERO_UNAVAILABLE");
    assertThat(notice.at("/open/0/actor").asText()).isEqualTo("NOBODY");
    engine.switches().change(company.tenant(), Map.of("offline", false));
    engine.awaitSummary(company, Map.of("POSTED", 3L));
    assertThat(awaitNotices(company, 2).get(1).at("/solved/0/code").asText())
        .isEqualTo("XERO_UNAVAILABLE");
    Awaitility.await().atMost(SOON).until(() -> outcomes(company).size() == 3);
    assertThat(outcomes(company)).containsOnly("POSTED");
  }

  @Test
  void two_engines_tell_each_company_once() {
    Map<String, String> environment = new HashMap<>();
    engine
        .noticing()
        .forEach(
            (name, value) ->
                environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value));
    environment.putAll(engine.files.engineEnvironment("perk"));
    try (EngineProcess second =
        engine
            .around
            .engine("engine-of-notices")
            .jvm("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .environment(environment)
            .start()) {
      List<Company> companies = Stream.generate(engine::company).limit(6).toList();
      companies.forEach(each -> choose(each, webhook(each.id())));
      companies.forEach(each -> hold(each, 5));
      companies.forEach(each -> awaitNotices(each, 1));
      companies.forEach(
          each ->
              engine.api.fill(
                  each.id(), "perk", "cards", CARD, each.books().bankAccounts().get(0)));
      companies.forEach(each -> awaitNotices(each, 2));
      companies.forEach(NoticesFlowTest::awaitQuiet);
      companies.forEach(each -> assertThat(engine.hooks.at(each.id())).hasSize(2));
      assertThat(second.isAlive()).isTrue();
    }
  }

  private static Map<String, Object> webhook(String path) {
    return new HashMap<>(
        Map.of(
            "kind", "WEBHOOK", "url", engine.hooks.url(path), "secret", SECRET, "when", "AT_ONCE"));
  }

  @SafeVarargs
  private static void choose(Company company, Map<String, Object>... destinations) {
    engine.api.put(
        "/companies/" + company.id() + "/notices", Map.of("destinations", List.of(destinations)));
  }

  private static void refused(
      Company company, Map<String, Object> destination, String field, String message) {
    assertThatThrownBy(() -> choose(company, destination))
        .as("%s", destination)
        .isInstanceOfSatisfying(
            HttpClientErrorException.BadRequest.class,
            e ->
                assertThat(json(e.getResponseBodyAsString()).get("fields"))
                    .anySatisfy(
                        wrong -> {
                          assertThat(wrong.get("field").asText()).isEqualTo(field);
                          assertThat(wrong.get("message").asText()).contains(message);
                        }));
  }

  private static void hold(Company company, int documents) {
    for (int i = 0; i < documents; i++) {
      engine.expenses.send(
          company.id(), PlainExpense.of(company, "held-" + i).put("card", CARD).toString());
    }
    engine.expenses.flush();
  }

  private static JsonNode notices(Company company) {
    return engine.api.get("/companies/" + company.id() + "/notices");
  }

  private static List<JsonNode> deliveries(Company company) {
    return engine.api.pages("/companies/" + company.id() + "/notices/deliveries?limit=1");
  }

  private static JsonNode test(Company company, int destination) {
    return engine.api.postFor(
        "/companies/"
            + company.id()
            + "/notices/"
            + notices(company).at("/destinations/" + destination + "/id").asText()
            + "/test");
  }

  private static List<JsonNode> awaitNotices(Company company, int number) {
    Awaitility.await(number + " notices to " + company.id())
        .atMost(SOON)
        .until(() -> engine.hooks.at(company.id()).size() >= number);
    return engine.hooks.at(company.id()).stream().map(each -> json(each.body())).toList();
  }

  /** Until nothing is to be looked at any more. */
  private static void awaitQuiet(Company company) {
    Awaitility.await("quiet at " + company.id())
        .atMost(SOON)
        .until(() -> !notices(company).at("/destinations/0").hasNonNull("nextAt"));
  }

  private static List<String> outcomes(Company company) {
    return Topic.readAll(engine.around.kafka(), "perk.expense-exports").stream()
        .filter(each -> each.key().equals(company.id()))
        .map(each -> json(each.value()).get("outcome").asText())
        .collect(Collectors.toList());
  }

  private static void isOfSchema(JsonNode notice) {
    assertThat(Schemas.violations("notice/notice.v1", notice.toString())).isEmpty();
  }

  /** As docs/notices.md says that it is verified. */
  private static void verify(Received received, String secret) {
    String signature = received.header("Ledgerway-signature");
    String time = signature.replaceAll("^t=(\\d+),.*", "$1");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      assertThat(List.of(signature.split(",")))
          .contains(
              "v1="
                  + HexFormat.of()
                      .formatHex(
                          mac.doFinal(
                              (time + "." + received.body()).getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String to(jakarta.mail.internet.MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
