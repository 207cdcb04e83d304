package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents that are kept without what they said of people. */
class RetentionTest {

  private static final Engine ENGINE = Engine.shared();
  private static final JdbcClient LEDGER =
      JdbcClient.create(ENGINE.around.postgres().dataSource(ENGINE.around.settings().database()));

  @Test
  void what_was_posted_a_year_ago_is_posted_by_no_replay_and_can_still_be_undone() {
    Company company = ENGINE.company();
    List<Sample> samples = company.expenses(81).good(40);
    ENGINE.send(samples);
    ENGINE.awaitSummary(company, Map.of("POSTED", 40L));
    awaitTold(company);
    age(company);

    awaitRemoved(company, 40);

    JsonNode one = ENGINE.api.postings(company.id(), "POSTED").get(0);
    JsonNode whole = ENGINE.api.get(path(company, one));
    assertThat(whole.at("/contentsRemoved/note").asText())
        .matches("Contents removed on \\d{4}-\\d\\d-\\d\\d by retention\\.");
    assertThat(whole.hasNonNull("event")).isFalse();
    assertThat(whole.hasNonNull("employee")).isFalse();
    assertThat(whole.at("/document/Status").asText()).isEqualTo("AUTHORISED");
    assertThat(whole.get("xeroId").asText()).isNotEmpty();
    assertThat(whole.get("attempts")).isNotEmpty();
    assertThat(ENGINE.api.get("/companies/" + company.id() + "/postings?limit=1").toString())
        .contains("contentsRemoved");

    // Twice as it came, and once as something newer.
    ENGINE.send(samples);
    List<Sample> newer = new ArrayList<>();
    samples.forEach(
        each ->
            newer.add(
                new Sample(
                    each.id(),
                    each.key(),
                    each.value().replaceFirst("\"version\":1", "\"version\":2"),
                    each.fate(),
                    each.why())));
    ENGINE.send(newer);
    // Receipts are a reason to send it again.
    long refused = samples.stream().filter(each -> !each.value().contains("\"documents\"")).count();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ENGINE.api.pages("/dead-letters?company=" + company.id()).size() == refused);
    assertThat(ENGINE.api.summary(company.id())).isEqualTo(Map.of("POSTED", 40L));
    assertThat(stands(company)).isEqualTo(40);
    assertThat(removed(company)).as("no replay brings its contents back").isEqualTo(40);

    List<JsonNode> posted = ENGINE.api.postings(company.id(), "POSTED");
    posted.subList(0, 30).forEach(each -> ENGINE.api.post(path(company, each) + "/undo", Map.of()));
    posted
        .subList(30, 40)
        .forEach(each -> ENGINE.api.post(path(company, each) + "/undo?by=REVERSAL", Map.of()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                !ENGINE.api.summary(company.id()).containsKey("READY")
                    && !ENGINE.api.summary(company.id()).containsKey("RECEIVED"));
    assertThat(ENGINE.api.postings(company.id(), "HELD")).isEmpty();
    ENGINE.awaitSummary(company, Map.of("UNDONE", 40L, "POSTED", 40L));
    assertThat(stands(company)).as("with what reverses ten").isEqualTo(50);
  }

  @Test
  void what_is_not_finished_keeps_all_of_it_and_what_is_older_than_the_ledger_is_not_taken_in() {
    Company company = ENGINE.company();
    Sample held = company.expenses(82).cards(1, 1).get(0);
    ENGINE.send(
        List.of(
            new Sample(
                held.id(),
                held.key(),
                held.value().replaceFirst("\"category\":\"[^\"]*\"", "\"category\":\"none\""),
                held.fate(),
                "")));
    ENGINE.awaitSummary(company, Map.of("HELD", 1L));
    String other = company.expenses(83).cards(2, 1).get(1).value();
    ENGINE.send(
        List.of(
            new Sample(
                "old",
                company.id(),
                other.replaceFirst("\"date\":\"[^\"]*\"", "\"date\":\"2015-03-01\""),
                held.fate(),
                "")));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                ENGINE.api.pages("/dead-letters?company=" + company.id()).stream()
                    .anyMatch(each -> each.get("code").asText().equals("OLDER_THAN_LEDGER")));
    age(company);
    // Behind this one the sweep has been over all of them.
    Company witness = ENGINE.company();
    ENGINE.send(witness.expenses(84).cards(1, 1));
    ENGINE.awaitSummary(witness, Map.of("POSTED", 1L));
    awaitTold(witness);
    age(witness);
    awaitRemoved(witness, 1);

    assertThat(removed(company)).isZero();
    assertThat(ENGINE.api.summary(company.id())).isEqualTo(Map.of("HELD", 1L));
    assertThatThrownBy(
            () ->
                LEDGER
                    .sql("update posting set event = null where company = ?")
                    .param(company.id())
                    .update())
        .hasMessageContaining("posting_contents_removed");
  }

  private static void awaitTold(Company company) {
    Awaitility.await("its outcomes told")
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count(
                        "posting_history where told_at is null and state in ('POSTED', 'HELD') and"
                            + " company = ?",
                        company)
                    == 0);
  }

  /** More than a year goes by for the company's documents. */
  private static void age(Company company) {
    LEDGER
        .sql("update posting set changed_at = changed_at - interval '400 days' where company = ?")
        .param(company.id())
        .update();
    LEDGER.sql("update retention_sweep set next_at = '-infinity'").update();
  }

  private static void awaitRemoved(Company company, long documents) {
    Awaitility.await("contents removed")
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> removed(company) == documents);
  }

  private static long removed(Company company) {
    return count(
        "posting where event is null and contents_removed_by = 'RETENTION' and company = ?",
        company);
  }

  private static long count(String from, Company company) {
    return LEDGER
        .sql("select count(*) from " + from)
        .param(company.id())
        .query(Long.class)
        .single();
  }

  private static long stands(Company company) {
    return List.of("BankTransactions", "Invoices", "CreditNotes").stream()
        .mapToLong(type -> ENGINE.switches().documents(type, company.tenant()).size())
        .sum();
  }

  private static String path(Company company, JsonNode posting) {
    return "/companies/" + company.id() + "/postings/" + posting.get("id").asText();
  }
}
