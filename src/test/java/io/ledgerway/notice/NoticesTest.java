package io.ledgerway.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.ledgerway.notice.Destination.Change;
import io.ledgerway.notice.Destination.Kind;
import io.ledgerway.notice.Destination.When;
import io.ledgerway.problem.Problem.Actor;
import io.ledgerway.reference.ZoneChosen;
import io.ledgerway.source.ChoicesRefused;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told when, over the real store, a real mail server and a clock that is put forward. */
class NoticesTest {

  private static final String FINANCE = "finance@acme.example";

  private Noticing noticing;
  private Noticing.Machine engine;

  @BeforeEach
  void open() {
    noticing = new Noticing();
    engine = noticing.new Machine();
  }

  @AfterEach
  void close() {
    noticing.close();
  }

  @Test
  void a_digest_comes_at_its_time_in_the_companys_zone_and_not_on_a_day_without_a_change()
      throws MessagingException {
    noticing.at("2026-03-04T05:00:00Z");
    noticing.choose(Noticing.mail(When.DAILY, FINANCE));
    noticing
        .ledger
        .jdbc
        .sql(
            "insert into import_schedule (company, sync_zone, next_run_at) values ('acme',"
                + " 'Pacific/Auckland', '2026-03-05T00:00:00Z')")
        .update();
    noticing.destinations.replan(new ZoneChosen("acme"));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 12);

    noticing.at("2026-03-04T18:59:59Z");
    engine.tick();
    assertThat(noticing.mails()).isEmpty();
    noticing.at("2026-03-04T19:00:00Z");
    engine.tick();
    engine.tick();

    assertThat(noticing.mails()).hasSize(1);
    MimeMessage digest = noticing.mails()[0];
    assertThat(digest.getSubject()).isEqualTo("Ledgerway: 1 thing needs attention at Acme");
    assertThat(digest.getHeader("Message-ID")[0])
        .isEqualTo(
            "<" + noticing.ledger.value("select id::text from notice_delivery") + "@ledgerway>");
    assertThat(text(digest))
        .contains("CARD_NOT_MAPPED is wrong.", "12 documents, for the account admin (new)")
        .contains("Mend it.", "https://hub.example")
        .doesNotContain("ana@acme.example");

    noticing.at("2026-03-05T19:00:00Z");
    engine.tick();
    assertThat(noticing.mails()).as("nothing has changed").hasSize(1);

    noticing.hold("PERIOD_LOCKED", "FINANCE", 0, 1);
    noticing.at("2026-03-06T19:00:00Z");
    engine.tick();
    assertThat(noticing.mails()).hasSize(2);
    assertThat(text(noticing.mails()[1]))
        .contains(
            "CARD_NOT_MAPPED is wrong.", "PERIOD_LOCKED is wrong.", "1 document, for finance");

    noticing.mend("CARD_NOT_MAPPED");
    noticing.mend("PERIOD_LOCKED");
    noticing.at("2026-03-07T19:00:00Z");
    engine.tick();
    noticing.at("2026-03-08T19:00:00Z");
    engine.tick();
    assertThat(noticing.mails()).hasSize(3);
    assertThat(noticing.mails()[2].getSubject()).isEqualTo("Ledgerway: solved at Acme (2)");
  }

  @Test
  void at_once_what_comes_about_within_a_minute_is_one_notice_and_its_end_is_said_once() {
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    later(90);
    engine.tick();
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    engine.tick();
    later(30);
    noticing.hold("PERIOD_LOCKED", "FINANCE", 0, 2);
    engine.tick();
    assertThat(noticing.mails()).as("it is gathered").isEmpty();
    later(31);
    engine.tick();
    assertThat(subjects()).containsExactly("Ledgerway: 2 things need attention at Acme");
    assertThat(noticing.due()).isEmpty();

    noticing.mend("CARD_NOT_MAPPED");
    ticks(5);
    assertThat(subjects()).endsWith("Ledgerway: solved at Acme (1)").hasSize(2);
    ticks(5);
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void more_of_the_same_is_told_again_when_it_is_ten_times_as_much_and_anew_when_it_comes_back() {
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    ticks(3);
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 3, 29);
    ticks(3);
    assertThat(subjects()).hasSize(1);
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 29, 30);
    ticks(3);
    assertThat(noticing.mails()).hasSize(2);
    assertThat(text(noticing.mails()[1])).contains("30 documents", "(grown)");

    noticing.mend("CARD_NOT_MAPPED");
    ticks(4);
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 100, 101);
    ticks(3);
    assertThat(noticing.mails()).hasSize(4);
    assertThat(text(noticing.mails()[3])).contains("1 document,", "(new)");
  }

  @Test
  void what_is_only_looked_at_again_or_sent_in_vain_is_not_said_to_be_solved() {
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    ticks(3);
    noticing.ledger.moveTo("RECEIVED");
    ticks(5);
    assertThat(subjects()).as("being looked at").hasSize(1);
    noticing.mend("CARD_NOT_MAPPED");
    later(1);
    engine.tick();
    later(61);
    engine.tick();
    noticing.ledger.moveTo("RECEIVED");
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 3, 4);
    ticks(5);
    assertThat(subjects()).as("it was gone for less than a minute's gathering").hasSize(1);
  }

  @Test
  void only_those_whose_needs_were_asked_for_are_told() {
    noticing.choose(
        new Change(
            null,
            Kind.EMAIL,
            null,
            List.of(FINANCE),
            When.AT_ONCE,
            null,
            List.of(Actor.FINANCE),
            null,
            null));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    ticks(3);
    assertThat(noticing.mails()).isEmpty();
    noticing.hold("PERIOD_LOCKED", "FINANCE", 0, 1);
    ticks(3);
    assertThat(noticing.mails()).hasSize(1);
    assertThat(text(noticing.mails()[0])).doesNotContain("CARD_NOT_MAPPED");
  }

  @Test
  void a_destination_that_is_switched_off_is_told_nothing_until_it_is_on_again() {
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    Destination its = noticing.destinations.of("acme").get(0);
    noticing.choose(switched(its, false));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    ticks(3);
    assertThat(noticing.mails()).isEmpty();
    noticing.choose(switched(its, true));
    ticks(3);
    assertThat(noticing.mails()).hasSize(1);
  }

  private static Change switched(Destination its, boolean on) {
    return new Change(
        its.id(), its.kind(), null, its.addresses(), its.when(), null, null, null, on);
  }

  @Test
  void a_mail_server_that_is_away_gets_the_same_notice_later_under_the_same_id()
      throws MessagingException {
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    noticing.mail.stop();
    ticks(3);
    assertThat(
            noticing.ledger.value(
                "select state || ' ' || attempts || ' ' || problem from notice_delivery"))
        .startsWith("WAITING ")
        .endsWith("The mail server could not be reached.");
    noticing.hold("PERIOD_LOCKED", "FINANCE", 0, 1);
    noticing.mail.start();
    ticks(20);
    assertThat(noticing.mails()).hasSize(2);
    assertThat(noticing.mails()[0].getHeader("Message-ID")[0])
        .contains(
            noticing.ledger.value("select id::text from notice_delivery order by id limit 1"));
    assertThat(text(noticing.mails()[1])).contains("PERIOD_LOCKED").doesNotContain("CARD_NOT");
  }

  @Test
  void a_notice_that_nobody_takes_for_three_days_is_given_up_and_the_next_one_says_all_of_it() {
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    noticing.mail.stop();
    for (int hour = 0; hour < 80; hour++) {
      noticing.later(Duration.ofHours(1));
      engine.tick();
    }
    assertThat(noticing.ledger.value("select state || ' ' || attempts from notice_delivery"))
        .matches("GIVEN_UP 1\\d");
    noticing.mail.start();
    noticing.hold("PERIOD_LOCKED", "FINANCE", 0, 1);
    ticks(3);
    assertThat(noticing.mails()).hasSize(1);
    assertThat(text(noticing.mails()[0])).contains("PERIOD_LOCKED", "CARD_NOT_MAPPED");
  }

  @Test
  void two_engines_make_and_send_each_notice_once() throws Exception {
    noticing.choose(
        Noticing.mail(When.AT_ONCE, FINANCE), Noticing.mail(When.AT_ONCE, "b@acme.example"));
    Noticing.Machine other = noticing.new Machine();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int round = 1; round <= 15; round++) {
        noticing.hold("CAUSE_" + round, "ADMIN", 0, 2);
        for (int i = 0; i < 4; i++) {
          later(31);
          CyclicBarrier begin = new CyclicBarrier(2);
          List<Future<?>> ticking = new ArrayList<>();
          for (Noticing.Machine each : List.of(engine, other)) {
            Callable<Void> tick =
                () -> {
                  begin.await();
                  each.tick();
                  return null;
                };
            ticking.add(both.submit(tick));
          }
          for (Future<?> each : ticking) {
            each.get();
          }
        }
        assertThat(noticing.mails()).as("round %s", round).hasSize(2 * round);
      }
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  void no_name_of_a_company_becomes_a_header() throws MessagingException {
    noticing
        .ledger
        .jdbc
        .sql("update company set name = e'Acme\\r\\nBcc: thief@evil.example\\r\\n\\r\\nHello'")
        .update();
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    ticks(3);
    MimeMessage mail = noticing.mails()[0];
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).endsWith("at Acme Bcc: thief@evil.example Hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example, c@d.example",
        "A <a@b.example>",
        "a@b",
        "a@@b.example",
        "a b@c.example",
        "\"a\"@b.example",
        "a@[127.0.0.1]",
        ""
      })
  void an_address_that_is_more_than_an_address_is_refused(String address) {
    assertThatThrownBy(() -> noticing.choose(Noticing.mail(When.DAILY, address)))
        .isInstanceOf(ChoicesRefused.class)
        .hasMessageContaining("destinations[0].addresses[0]");
    assertThat(noticing.destinations.of("acme")).isEmpty();
  }

  @Test
  void what_pauses_a_company_or_a_source_of_it_is_told_with_whose_it_is() {
    noticing.choose(Noticing.mail(When.AT_ONCE, FINANCE));
    run(
        "insert into xero_token_set (id, grant_type, created_at) values"
            + " ('00000000-0000-7000-8000-000000000001', 'CLIENT_CREDENTIALS', now())",
        "insert into xero_connection (company, state, tenant_id, token_set, changed_at) values"
            + " ('acme', 'ACTIVE', 't', '00000000-0000-7000-8000-000000000001', now())",
        "insert into xero_tenant (tenant_id, minute_left, minute_anchor, day_left, day_anchor)"
            + " values ('t', 60, now(), 0, now())",
        "insert into company_source (company, source, account) values ('acme', 'polled', 'a'),"
            + " ('acme', 'other', 'b')",
        "insert into poll (id, company, source, kind, next_at, asked_by, started_at) values"
            + " ('00000000-0000-7000-8000-000000000002', 'acme', 'other', 'ROUTINE', now(), 'x',"
            + " now())");
    ticks(3);
    assertThat(noticing.mails()).isEmpty();

    run(
        "update xero_tenant set pause_reason = 'MINUTE', paused_until = '2026-03-05T00:00:00Z'",
        "update poll set attempt = 4");
    ticks(3);
    assertThat(noticing.mails()).as("what is over soon").isEmpty();

    run(
        "update xero_tenant set pause_reason = 'DAY', paused_until = '2026-03-05T00:00:01Z'",
        "update poll set attempt = 5, note = 'no answer'",
        "update company_source set problem = '{\"code\":\"CREDENTIAL_REFUSED\",\"message\":\"It"
            + " knows us not.\",\"actor\":\"ADMIN\",\"action\":\"Set the secret anew.\"}' where"
            + " source = 'polled'");
    ticks(3);
    assertThat(noticing.mails()).hasSize(1);
    assertThat(text(noticing.mails()[0]))
        .contains("Xero takes no more calls of this company today.")
        .contains("It knows us not.", "Set the secret anew.")
        .contains("other cannot be read: no answer");
    run("update poll set note = 'another word'");
    ticks(3);
    assertThat(noticing.mails()).as("the same in other words").hasSize(1);

    run(
        "update poll set attempt = 1",
        "update company_source set problem = null where source = 'polled'");
    noticing.at("2026-03-05T00:02:00Z");
    ticks(6);
    assertThat(noticing.mails()).hasSize(2);
    assertThat(subjects()).endsWith("Ledgerway: solved at Acme (3)");
  }

  private void run(String... statements) {
    for (String statement : statements) {
      noticing.ledger.jdbc.sql(statement).update();
    }
  }

  @Test
  void a_company_without_destinations_costs_nothing() {
    noticing.hold("CARD_NOT_MAPPED", "ADMIN", 0, 3);
    assertThat(noticing.ledger.value("select count(*) from notice_change")).isEqualTo("0");
    noticing.choose(Noticing.mail(When.DAILY, FINANCE));
    noticing.hold("PERIOD_LOCKED", "ADMIN", 0, 3);
    assertThat(noticing.ledger.value("select count(*) from notice_change")).isEqualTo("0");
  }

  private void later(int seconds) {
    noticing.later(Duration.ofSeconds(seconds));
  }

  /** So many times half a minute. */
  private void ticks(int times) {
    for (int i = 0; i < times; i++) {
      engine.tick();
      later(31);
      engine.tick();
    }
  }

  private List<String> subjects() {
    return Arrays.stream(noticing.mails())
        .map(
            mail -> {
              try {
                return mail.getSubject();
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }

  private static String text(MimeMessage mail) {
    return GreenMailUtil.getBody(mail);
  }
}
