package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.local.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HealingTest {

  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @Test
  void an_expense_whose_contact_is_added_in_xero_goes_out_by_itself_and_only_that_one() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(1).cards(2, 1);
    engine.send(
        List.of(
            of(samples.get(0), "employee", "{\"email\":\"new.hire@acme.example\"}"),
            of(samples.get(1), "employee", "{\"email\":\"other.hire@acme.example\"}")));
    engine.awaitSummary(company, Map.of("HELD", 2L));
    engine
        .switches()
        .add(
            company.tenant(),
            "contacts",
            Map.of("Name", "New Hire", "EmailAddress", "New.Hire@acme.example"));
    engine.readAgain(company);
    engine.awaitSummary(company, Map.of("HELD", 1L, "POSTED", 1L));
    JsonNode held = engine.api.postings(company.id(), "HELD").get(0);
    assertThat(held.get("waitsFor").get(0).asText()).isEqualTo("contact:other.hire@acme.example");
    assertThat(held.get("history").findValuesAsText("state")).containsExactly("RECEIVED", "HELD");
  }

  @Test
  void two_contacts_with_one_e_mail_are_a_conflict_until_one_is_archived() {
    Company company = engine.company();
    JsonNode second =
        engine
            .switches()
            .add(
                company.tenant(),
                "contacts",
                Map.of("Name", "Ann Double", "EmailAddress", "double@acme.example"));
    engine
        .switches()
        .add(
            company.tenant(),
            "contacts",
            Map.of("Name", "Bob Double", "EmailAddress", "double@acme.example"));
    engine.readAgain(company);
    engine.send(
        List.of(
            of(
                company.expenses(2).cards(1, 1).get(0),
                "employee",
                "{\"email\":\"double@acme.example\"}")));
    engine.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(engine.api.postings(company.id(), "HELD").get(0).at("/problems/0/code").asText())
        .isEqualTo("CONTACT_AMBIGUOUS");
    engine
        .switches()
        .change(
            company.tenant(),
            "contacts",
            second.get("ContactID").asText(),
            Map.of("ContactStatus", "ARCHIVED"));
    engine.readAgain(company);
    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  @Test
  void a_lock_date_that_moves_back_lets_expenses_out() {
    Company company = engine.company();
    Map<String, Object> locked = new HashMap<>();
    locked.put("periodLockDate", LocalDate.now(Clock.systemUTC()).toString());
    engine.switches().change(company.tenant(), locked);
    engine.readAgain(company);
    engine.send(company.expenses(3).cards(3, 1));
    engine.awaitSummary(company, Map.of("HELD", 3L));
    assertThat(engine.api.postings(company.id(), "HELD").get(0).at("/problems/0/code").asText())
        .isEqualTo("PERIOD_LOCKED");
    locked.put("periodLockDate", "2020-01-01");
    engine.switches().change(company.tenant(), locked);
    engine.readAgain(company);
    engine.awaitSummary(company, Map.of("POSTED", 3L));
  }

  @Test
  void what_xero_refuses_is_told_in_its_words_stops_no_other_and_goes_out_once_it_is_mended() {
    Company company = engine.company();
    List<Sample> samples = company.expenses(4).cards(6, 1);
    String account = samples.get(0).value().replaceAll(".*\"category\":\"([^\"]+)\".*", "$1");
    // Archived behind our back: the local books do not know it yet.
    engine.switches().change(company.tenant(), "accounts", account, Map.of("Status", "ARCHIVED"));
    engine.send(samples);
    long refused = samples.stream().filter(s -> s.value().contains(account)).count();
    engine.awaitSummary(
        company,
        refused == 6 ? Map.of("HELD", 6L) : Map.of("HELD", refused, "POSTED", 6 - refused));
    assertThat(engine.api.postings(company.id(), "HELD").get(0).at("/problems/0/message").asText())
        .contains("has been archived");
    engine.readAgain(company);
    engine.switches().change(company.tenant(), "accounts", account, Map.of("Status", "ACTIVE"));
    engine.readAgain(company);
    engine.awaitSummary(company, Map.of("POSTED", 6L));
  }

  @Test
  void what_was_mended_in_xero_before_our_books_saw_it_broken_goes_out_by_itself() {
    Company company = engine.company();
    Sample sample = company.expenses(8).cards(1, 1).get(0);
    String account = sample.value().replaceAll(".*\"category\":\"([^\"]+)\".*", "$1");
    engine.switches().change(company.tenant(), "accounts", account, Map.of("Status", "ARCHIVED"));
    engine.send(List.of(sample));
    engine.awaitSummary(company, Map.of("HELD", 1L));
    engine.switches().change(company.tenant(), "accounts", account, Map.of("Status", "ACTIVE"));

    engine.awaitSummary(company, Map.of("POSTED", 1L));
    assertThat(engine.switches().documents("BankTransactions", company.tenant())).hasSize(1);
  }

  @Test
  void what_xero_refused_is_held_by_our_own_books_soon_and_goes_out_with_the_next_read() {
    Company company = engine.company();
    Sample sample = company.expenses(9).cards(1, 1).get(0);
    String account = sample.value().replaceAll(".*\"category\":\"([^\"]+)\".*", "$1");
    engine.switches().change(company.tenant(), "accounts", account, Map.of("Status", "ARCHIVED"));
    engine.send(List.of(sample));
    engine.awaitSummary(company, Map.of("HELD", 1L));
    Awaitility.await("the books to know")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                engine.api.postings(company.id(), "HELD").stream()
                    .anyMatch(
                        held -> held.at("/problems/0/message").asText().contains("in Xero.")));

    engine.switches().change(company.tenant(), "accounts", account, Map.of("Status", "ACTIVE"));
    engine.readAgain(company);

    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  @Test
  void an_expense_for_a_contact_that_xero_archived_meanwhile_waits_until_it_is_restored() {
    Company company = engine.company();
    JsonNode contact =
        engine
            .switches()
            .add(
                company.tenant(),
                "contacts",
                Map.of("Name", "Ann Single", "EmailAddress", "single@acme.example"));
    engine.readAgain(company);
    Sample sample =
        of(
            company.expenses(11).cards(1, 1).get(0),
            "employee",
            "{\"email\":\"single@acme.example\"}");
    set(company, contact, "ARCHIVED");
    engine.send(List.of(sample));
    engine.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(states(company, "HELD")).containsSubsequence("SENDING", "HELD");
    assertThat(engine.switches().documents("BankTransactions", company.tenant())).isEmpty();

    set(company, contact, "ACTIVE");
    engine.readAgain(company);
    engine.awaitSummary(company, Map.of("POSTED", 1L));
    assertThat(engine.switches().documents("BankTransactions", company.tenant())).hasSize(1);
  }

  @Test
  void an_expense_in_a_currency_that_xero_refuses_waits_until_it_is_subscribed_to() {
    Company company = engine.company();
    engine.switches().subscribe(company.tenant(), "CHF");
    engine.readAgain(company);
    Sample card = company.expenses(12).cards(1, 1).get(0);
    Sample sample = of(of(card, "paidBy", "\"private\""), "currency", "\"CHF\"");
    engine.switches().unsubscribe(company.tenant(), "CHF");
    engine.send(List.of(sample));
    engine.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(states(company, "HELD")).containsSubsequence("SENDING", "HELD");
    assertThat(engine.api.postings(company.id(), "HELD").get(0).at("/problems/0/message").asText())
        .contains("not subscribed to currency CHF");
    assertThat(engine.switches().documents("Invoices", company.tenant())).isEmpty();

    engine.switches().subscribe(company.tenant(), "CHF");
    engine.readAgain(company);
    engine.awaitSummary(company, Map.of("POSTED", 1L));
    assertThat(engine.switches().documents("Invoices", company.tenant())).hasSize(1);
  }

  private static void set(Company company, JsonNode contact, String status) {
    engine
        .switches()
        .change(
            company.tenant(),
            "contacts",
            contact.get("ContactID").asText(),
            Map.of("ContactStatus", status));
  }

  private static List<String> states(Company company, String state) {
    return engine.api.postings(company.id(), state).get(0).get("history").findValuesAsText("state");
  }

  @Test
  void a_held_document_is_checked_again_when_somebody_asks_alone_or_by_its_cause() {
    Company company = engine.company();
    engine.send(List.of(of(company.expenses(10).cards(1, 1).get(0), "card", "\"nobodys\"")));
    engine.awaitSummary(company, Map.of("HELD", 1L));
    String postings = "/companies/" + company.id() + "/postings";
    String held = engine.api.postings(company.id(), "HELD").get(0).get("id").asText();

    assertThat(documents(engine.api.postFor(postings + "/check?code=NONE_SUCH"))).isZero();
    assertThat(documents(engine.api.postFor(postings + "/check?code=CARD_NOT_MAPPED"))).isOne();
    engine.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(documents(engine.api.postFor(postings + "/" + held + "/check"))).isOne();
    engine.awaitSummary(company, Map.of("HELD", 1L));
    assertThat(
            engine
                .api
                .postings(company.id(), "HELD")
                .get(0)
                .get("history")
                .findValuesAsText("state"))
        .containsExactly("RECEIVED", "HELD", "RECEIVED", "HELD", "RECEIVED", "HELD");
  }

  private static int documents(JsonNode answer) {
    return answer.get("documents").asInt();
  }

  @Test
  void a_missing_card_and_transfer_account_are_named_and_choosing_them_lets_expenses_out() {
    Company company = engine.company();
    Map<String, Object> none = new HashMap<>();
    none.put("transferAccount", null);
    engine.api.choose(company.id(), "perk", none);
    Sample card = company.expenses(5).cards(1, 1).get(0);
    Sample travel = of(BadInputTest.renamed(card, "by-travel"), "paidBy", "\"travel\"");
    engine.send(List.of(of(card, "card", "\"card-of-later\""), travel));
    engine.awaitSummary(company, Map.of("HELD", 2L));
    assertThat(engine.api.postings(company.id(), "HELD"))
        .extracting(posting -> posting.at("/problems/0/code").asText())
        .containsExactlyInAnyOrder("CARD_NOT_MAPPED", "TRANSFER_ACCOUNT_MISSING");
    String bank = company.books().bankAccounts().get(0);
    engine.api.choose(company.id(), "perk", Map.of("transferAccount", bank));
    engine.api.fill(company.id(), "perk", "cards", "card-of-later", bank);
    engine.awaitSummary(company, Map.of("POSTED", 2L));
  }

  @Test
  void a_connection_that_is_mended_in_xero_is_taken_up_again() {
    Company company = engine.company();
    engine.switches().change(company.tenant(), Map.of("disconnected", true));
    engine.send(company.expenses(6).cards(2, 1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                engine
                    .api
                    .company(company.id())
                    .at("/connection/state")
                    .asText()
                    .equals("EXPIRED"));
    assertThat(engine.api.company(company.id()).get("waitingFor").get(0).asText())
        .contains("reconnect");
    engine.awaitSummary(company, Map.of("HELD", 2L));
    assertThat(engine.api.postings(company.id(), "HELD"))
        .allSatisfy(
            held -> {
              assertThat(held.at("/problems/0/code").asText()).isEqualTo("CONNECTION_EXPIRED");
              assertThat(held.at("/waitsFor/0").asText()).isEqualTo("setting:connection");
            });
    engine.switches().change(company.tenant(), Map.of("disconnected", false));
    engine.awaitSummary(company, Map.of("POSTED", 2L));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(outcomes(company))
                    .containsExactlyInAnyOrder("HELD", "HELD", "POSTED", "POSTED"));
  }

  @Test
  void an_export_that_was_asked_for_is_still_asked_for_when_the_connection_is_mended() {
    Company company = engine.company();
    engine.api.scheduleExports(company.id(), Map.of("mode", "MANUAL"));
    engine.switches().change(company.tenant(), Map.of("disconnected", true));
    engine.send(company.expenses(8).cards(2, 1));
    engine.awaitSummary(company, Map.of("READY", 2L));
    engine.api.startExport(company.id());
    engine.awaitSummary(company, Map.of("HELD", 2L));
    engine.switches().change(company.tenant(), Map.of("disconnected", false));
    engine.awaitSummary(company, Map.of("POSTED", 2L));
  }

  @Test
  void while_xero_is_away_nobody_is_told_of_too_many_requests() {
    Company company = engine.company();
    engine.switches().change(company.tenant(), Map.of("offline", true));
    engine.send(company.expenses(9).cards(1, 1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(engine.api.company(company.id()).at("/waitingFor/0").asText())
                    .startsWith("Xero is not available at the moment."));
    engine.switches().change(company.tenant(), Map.of("offline", false));
    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  private static List<String> outcomes(Company company) {
    return Topic.readAll(engine.around.kafka(), "perk.expense-exports").stream()
        .filter(record -> record.key().equals(company.id()))
        .map(record -> record.value().replaceAll(".*\"outcome\":\"([A-Z]+)\".*", "$1"))
        .toList();
  }

  @Test
  void a_minute_limit_is_waited_for_and_nothing_is_lost() {
    Company company = engine.company();
    engine.switches().exhaust(company.tenant(), "minute", Duration.ofSeconds(2));
    engine.send(company.expenses(7).cards(60, 1));
    engine.awaitSummary(company, Map.of("POSTED", 60L));
    assertThat(engine.switches().documents("BankTransactions", company.tenant())).hasSize(60);
  }

  private static Sample of(Sample sample, String field, String json) {
    return new Sample(
        sample.id(),
        sample.key(),
        sample
            .value()
            .replaceFirst("\"" + field + "\":(\\{[^}]*}|\"[^\"]*\")", "\"" + field + "\":" + json),
        sample.fate(),
        sample.why());
  }
}
