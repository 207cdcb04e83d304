package io.ledgerway.posting;

import static io.ledgerway.posting.LedgerFixture.arrival;
import static io.ledgerway.posting.LedgerFixture.unversioned;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.posting.Arrival.AfterPosting;
import io.ledgerway.posting.Arrival.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {

  private LedgerFixture ledger;

  @BeforeEach
  @BeforeProperty
  void open() {
    ledger = new LedgerFixture();
  }

  @AfterEach
  @AfterProperty
  void close() {
    ledger.close();
  }

  @Test
  void the_same_event_a_hundred_times_is_one_document() {
    List<Outcome> outcomes = ledger.enter(Collections.nCopies(100, arrival("e1", 1, "a")));
    assertThat(outcomes.get(0)).isEqualTo(Outcome.STORED);
    assertThat(ledger.value("select count(*) from posting")).isEqualTo("1");
    List<Outcome> again = ledger.enter(Collections.nCopies(100, arrival("e1", 1, "a")));
    assertThat(again).containsOnly(Outcome.DUPLICATE);
  }

  @Test
  void a_hundred_equal_but_separate_events_in_one_batch_are_one_document() {
    List<Arrival> batch = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      batch.add(arrival("e1", 1, "a"));
    }
    List<Outcome> outcomes = ledger.enter(batch);
    assertThat(outcomes).containsOnlyOnce(Outcome.STORED);
    assertThat(outcomes.subList(1, 100)).containsOnly(Outcome.DUPLICATE);
  }

  @Test
  void the_same_version_with_other_content_is_refused_and_changes_nothing() {
    ledger.enter(arrival("e1", 1, "a"));
    assertThat(ledger.enter(arrival("e1", 1, "b"))).isEqualTo(Outcome.CONTENT_CHANGED);
    assertThat(ledger.value("select content_hash from posting")).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RECEIVED", "READY", "HELD"})
  void a_higher_version_replaces_what_is_not_yet_sent(String state) {
    ledger.enter(arrival("e1", 1, "a"));
    if (!state.equals("RECEIVED")) {
      ledger.moveTo(state);
    }
    assertThat(ledger.enter(arrival("e1", 2, "b"))).isEqualTo(Outcome.STORED);
    assertThat(ledger.value("select state || version || content_hash from posting"))
        .isEqualTo("RECEIVED2b");
  }

  /** It was halved because of what it said, or what was beside it. */
  @Test
  void a_higher_version_of_what_went_in_smaller_calls_goes_in_a_whole_one() {
    ledger.enter(arrival("e1", 1, "a"));
    ledger.jdbc.sql("update posting set max_batch = 3").update();
    ledger.enter(arrival("e1", 2, "b"));
    assertThat(ledger.value("select max_batch from posting")).isEqualTo("50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENDING", "UNCERTAIN", "POSTED", "DIFFERENT"})
  void a_higher_version_is_refused_once_the_document_is_on_its_way(String state) {
    ledger.enter(arrival("e1", 1, "a"));
    ledger.moveTo("READY");
    ledger.moveTo("SENDING");
    if (!state.equals("SENDING")) {
      ledger.moveTo(state);
    }
    assertThat(ledger.enter(arrival("e1", 2, "b"))).isEqualTo(Outcome.ALREADY_SENT);
    assertThat(ledger.value("select state || version from posting")).isEqualTo(state + "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENDING", "UNCERTAIN", "POSTED", "DIFFERENT"})
  void a_higher_version_that_says_the_same_is_no_news(String state) {
    sentVersioned(state);
    assertThat(ledger.enter(arrival("e1", 2, "a"))).isEqualTo(Outcome.SAME_AGAIN);
    assertThat(ledger.value("select state || version from posting")).isEqualTo(state + "1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENDING", "POSTED"})
  void what_came_before_a_mapping_was_edited_is_told_by_the_mapping_as_it_is(String state) {
    sentVersioned(state);
    Arrival again = arrival("e1", 1, "edited");
    assertThat(ledger.enter(List.of(again), (arrival, event) -> "edited"))
        .containsExactly(Outcome.DUPLICATE);
    assertThat(ledger.value("select content_hash from posting")).isEqualTo("edited");
    assertThat(ledger.enter(arrival("e1", 1, "other"))).isEqualTo(Outcome.CONTENT_CHANGED);
  }

  private void sentVersioned(String state) {
    ledger.enter(arrival("e1", 1, "a"));
    ledger.moveTo("READY");
    ledger.moveTo("SENDING");
    if (!state.equals("SENDING")) {
      ledger.moveTo(state);
    }
  }

  @Test
  void an_unknown_company_is_told_and_stops_no_other() {
    Arrival good = arrival("e1", 1, "a");
    Arrival stray =
        new Arrival(
            "nobody",
            "perk",
            "e2",
            1,
            "card-expense",
            "BankTransactions",
            null,
            null,
            null,
            null,
            null,
            "{}",
            "x",
            null,
            Arrival.AfterPosting.REFUSE,
            null,
            null);
    assertThat(ledger.enter(List.of(stray, good)))
        .containsExactly(Outcome.UNKNOWN_COMPANY, Outcome.STORED);
  }

  @Test
  void where_no_versions_are_counted_what_says_something_else_is_newer() {
    assertThat(ledger.enter(unversioned("e1", "a", null))).isEqualTo(Outcome.STORED);
    assertThat(ledger.enter(unversioned("e1", "a", null))).isEqualTo(Outcome.DUPLICATE);
    ledger.moveTo("HELD");
    assertThat(ledger.enter(unversioned("e1", "b", null))).isEqualTo(Outcome.STORED);
    assertThat(standing()).isEqualTo("RECEIVED2b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SENDING", "UNCERTAIN"})
  void what_changes_while_it_is_on_its_way_waits_until_it_is_asked_for_again(String state) {
    sent(state);
    assertThat(ledger.enter(unversioned("e1", "b", null))).isEqualTo(Outcome.LATER);
    assertThat(standing()).isEqualTo(state + "1a");
    ledger.moveTo("POSTED");
    assertThat(ledger.enter(unversioned("e1", "b", null))).isEqualTo(Outcome.CHANGED_AFTER_POSTING);
  }

  @Test
  void what_changes_after_posting_differs_until_it_says_again_what_was_posted() {
    sent("POSTED");
    assertThat(ledger.enter(unversioned("e1", "b", null))).isEqualTo(Outcome.CHANGED_AFTER_POSTING);
    assertThat(standing()).isEqualTo("DIFFERENT1a");
    assertThat(ledger.value("select problems from posting")).contains("CHANGED_AFTER_POSTING");
    assertThat(ledger.enter(unversioned("e1", "b", null))).isEqualTo(Outcome.CHANGED_AFTER_POSTING);
    assertThat(ledger.enter(unversioned("e1", "c", null))).isEqualTo(Outcome.CHANGED_AFTER_POSTING);
    assertThat(ledger.value("select count(*)::text from posting_history where state = 'DIFFERENT'"))
        .as("told once")
        .isEqualTo("1");

    assertThat(ledger.enter(unversioned("e1", "a", null))).isEqualTo(Outcome.DUPLICATE);
    assertThat(standing()).isEqualTo("POSTED1a");
    assertThat(ledger.value("select (problems is null)::text from posting")).isEqualTo("true");
  }

  @Test
  void an_edited_mapping_that_says_the_same_in_other_words_changes_nothing() {
    sent("POSTED");
    Arrival saidAnew = unversioned("e1", "a in other words", null);
    assertThat(ledger.arrivals.enter(List.of(saidAnew), (arrival, event) -> "a in other words"))
        .containsExactly(Outcome.DUPLICATE);
    assertThat(standing()).isEqualTo("POSTED1a in other words");
    assertThat(ledger.enter(saidAnew)).isEqualTo(Outcome.DUPLICATE);
  }

  @Test
  void what_differed_in_xero_before_keeps_its_own_reasons() {
    sent("DIFFERENT");
    ledger.jdbc.sql("update posting set problems = 'mine'").update();
    ledger.enter(unversioned("e1", "b", null));
    ledger.enter(unversioned("e1", "a", null));
    assertThat(standing()).isEqualTo("DIFFERENT1a");
    assertThat(ledger.value("select problems from posting")).isEqualTo("mine");
  }

  @Test
  void what_is_withdrawn_is_never_entered_anew_but_replaces_and_marks_what_stands() {
    assertThat(ledger.enter(unversioned("e1", "open", "it was reopened")))
        .isEqualTo(Outcome.NOT_WANTED);
    ledger.enter(unversioned("e1", "a", null));
    assertThat(ledger.enter(unversioned("e1", "open", "it was reopened")))
        .isEqualTo(Outcome.STORED);
    assertThat(standing()).isEqualTo("RECEIVED2open");
    ledger.enter(unversioned("e1", "a", null));
    ledger.moveTo("READY");
    ledger.moveTo("SENDING");
    ledger.moveTo("POSTED");
    assertThat(ledger.enter(unversioned("e1", "open", "it was reopened")))
        .isEqualTo(Outcome.CHANGED_AFTER_POSTING);
    assertThat(ledger.value("select problems from posting"))
        .contains("WITHDRAWN_AFTER_POSTING", "it was reopened");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POSTED", "DIFFERENT"})
  void what_is_updated_is_taken_up_again_as_a_change_of_what_stands_there(String state) {
    sent(state);
    ledger.jdbc.sql("update posting set xero_id = 'x1'").update();
    assertThat(ledger.enter(updating(unversioned("e1", "b", null)))).isEqualTo(Outcome.STORED);
    assertThat(standing()).isEqualTo("RECEIVED2b");
    assertThat(resource()).isEqualTo("ChangeBankTransactions x1");
    ledger.moveTo("HELD");
    assertThat(ledger.enter(updating(unversioned("e1", "c", null)))).isEqualTo(Outcome.STORED);
    assertThat(resource()).isEqualTo("ChangeBankTransactions x1");
    ledger.moveTo("READY");
    ledger.moveTo("SENDING");
    assertThat(ledger.enter(updating(unversioned("e1", "d", null)))).isEqualTo(Outcome.LATER);
    assertThat(ledger.enter(updating(arrival("e1", 9, "d")))).isEqualTo(Outcome.WAITS);
  }

  @Test
  void what_was_undone_is_created_anew_and_what_is_withdrawn_updates_nothing() {
    sent("POSTED");
    ledger.jdbc.sql("update posting set xero_id = 'x1', marker = 'm1'").update();
    assertThat(ledger.enter(updating(unversioned("e1", "b", "it was reopened"))))
        .isEqualTo(Outcome.CHANGED_AFTER_POSTING);
    ledger.moveTo("UNDONE");
    assertThat(ledger.enter(updating(unversioned("e1", "c", null)))).isEqualTo(Outcome.STORED);
    assertThat(resource()).isEqualTo("BankTransactions");
  }

  @Test
  void what_became_another_resource_or_is_being_undone_is_not_changed_there() {
    sent("POSTED");
    ledger.jdbc.sql("update posting set xero_id = 'x1'").update();
    assertThat(
            ledger.enter(LedgerFixture.of(AfterPosting.UPDATE, "Invoices", arrival("e1", 2, "b"))))
        .isEqualTo(Outcome.ALREADY_SENT);
    ledger
        .jdbc
        .sql(
            """
            insert into posting (id, company, source, source_id, version, kind, resource, event, content_hash, undoes,
                                 received_at, changed_at)
            select gen_random_uuid(), company, source, 'undo:x1', 1, kind, 'UndoBankTransactions', '{}', '', id, now(), now()
            from posting
            """)
        .update();
    assertThat(ledger.enter(updating(arrival("e1", 2, "b")))).isEqualTo(Outcome.ALREADY_SENT);
  }

  @Test
  void what_is_replaced_waits_while_it_is_on_its_way_and_is_undone_when_it_stands() {
    sent("SENDING");
    Arrival newer =
        LedgerFixture.of(AfterPosting.REPLACE, "BankTransactions", arrival("e1", 2, "b"));
    assertThat(ledger.enter(newer)).isEqualTo(Outcome.WAITS);
    ledger.moveTo("POSTED");
    assertThat(ledger.enter(newer)).isEqualTo(Outcome.CHANGED_AFTER_POSTING);
    ledger.moveTo("UNDONE");
    assertThat(ledger.enter(newer)).isEqualTo(Outcome.STORED);
  }

  private static Arrival updating(Arrival arrival) {
    return LedgerFixture.of(AfterPosting.UPDATE, "BankTransactions", arrival);
  }

  private String resource() {
    return ledger.value("select concat_ws(' ', resource, xero_id) from posting");
  }

  private void sent(String state) {
    ledger.enter(unversioned("e1", "a", null));
    ledger.moveTo("READY");
    ledger.moveTo("SENDING");
    if (!state.equals("SENDING")) {
      ledger.moveTo(state);
    }
  }

  private String standing() {
    return ledger.value("select state || version || content_hash from posting");
  }

  @Property(tries = 60)
  void in_whatever_order_versions_come_the_highest_stands(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5) Integer> versions) {
    ledger.jdbc.sql("truncate posting, confirmation, receipt").update();
    List<Arrival> arrivals = versions.stream().map(v -> arrival("e1", v, "v" + v)).toList();
    ledger.enter(arrivals);
    assertThat(ledger.value("select version || content_hash from posting"))
        .isEqualTo(Collections.max(versions) + "v" + Collections.max(versions));
  }
}
