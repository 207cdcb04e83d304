package io.ledgerway.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.export.Begun.NotTaken;
import io.ledgerway.posting.LedgerFixture;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.sql.SqlFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which documents may be sent. */
class ReleaseTest {

  private static final Wanted EVERYTHING = Wanted.everything(null);

  private Exporting exporting;

  @BeforeEach
  void open() {
    exporting = new Exporting();
  }

  @AfterEach
  void close() {
    exporting.close();
  }

  @Test
  void what_waits_for_an_export_is_not_claimed_and_keeps_back_nothing_that_may_go() {
    exporting.choose("expensify", ExportMode.MANUAL);
    exporting.ready("expensify", ids("x", 120));
    exporting.ready("perk", "p1", "p2", "p3");
    assertThat(claimed()).containsExactlyInAnyOrder("p1", "p2", "p3");
    assertThat(claimed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportMode.class,
      names = {"REAL_TIME"},
      mode = EnumSource.Mode.EXCLUDE)
  void only_in_real_time_do_documents_go_out_as_they_come(ExportMode mode) {
    exporting.ready("perk", "before");
    assertThat(exporting.sendable()).containsExactly("before");
    exporting.choose("perk", mode);
    assertThat(exporting.sendable()).isEmpty();
    exporting.ready("perk", "after");
    assertThat(exporting.sendable()).isEmpty();
    exporting.choose("perk", ExportMode.REAL_TIME);
    assertThat(exporting.sendable()).containsExactly("before", "after");
  }

  @Test
  void what_undoes_a_document_waits_for_no_schedule() {
    exporting.choose(null, ExportMode.OFF);
    exporting.ready("perk", "e1");
    exporting.arrive("perk", "undo:e1");
    exporting
        .ledger
        .jdbc
        .sql("update posting set undoes = ? where source_id = 'undo:e1'")
        .param(exporting.idOf("e1"))
        .update();
    exporting.move("undo:e1", "READY");
    assertThat(exporting.sendable()).containsExactly("undo:e1");
    exporting.choose(null, ExportMode.MANUAL);
    assertThat(exporting.sendable()).containsExactly("undo:e1");
    assertThat(exporting.runs.request("acme", EVERYTHING).run())
        .satisfies(run -> assertThat(exporting.in(run)).containsExactly("e1"));
  }

  @Test
  void an_export_has_what_had_come_by_then_and_sends_what_is_held_when_it_is_mended() {
    exporting.choose(null, ExportMode.MANUAL);
    exporting.ready("perk", "ready");
    exporting.arrive("perk", "new", "held");
    exporting.move("held", "HELD");
    UUID run = exporting.runs.request("acme", EVERYTHING).run();
    exporting.ready("perk", "later");
    assertThat(exporting.sendable()).containsExactly("ready");
    exporting.move("new", "READY");
    exporting.move("ready", "SENDING", "POSTED");
    exporting.move("new", "SENDING", "UNCERTAIN");
    assertThat(ended(run)).isNull();
    exporting.move("new", "READY");
    assertThat(exporting.sendable()).as("certainly not in Xero").containsExactly("new");
    exporting.move("new", "SENDING", "POSTED");
    assertThat(ended(run)).isNotNull();

    exporting.move("held", "RECEIVED", "READY");
    assertThat(exporting.sendable()).containsExactly("held");
    assertThat(exporting.in(run)).containsExactlyInAnyOrder("ready", "new", "held");
  }

  @Test
  void what_is_switched_off_is_asked_for_no_longer_also_when_it_was_claimed() {
    exporting.choose(null, ExportMode.MANUAL);
    exporting.ready("perk", "e1", "e2", "e3");
    exporting.arrive("perk", "held", "new");
    exporting.move("held", "HELD");
    UUID run = exporting.runs.request("acme", EVERYTHING).run();
    exporting.move("e3", "SENDING");
    assertThat(claimed()).containsExactly("e1", "e2");
    exporting.choose(null, ExportMode.OFF);
    assertThat(
            exporting.strings(
                "update posting set state = 'SENDING' where state = 'READY' and released and"
                    + " claimed_by is not null returning source_id"))
        .isEmpty();
    exporting.ledger.jdbc.sql("update posting set claimed_by = null").update();
    exporting.move("new", "READY");
    exporting.move("held", "RECEIVED", "READY");
    exporting.move("e3", "READY");
    assertThat(exporting.sendable()).isEmpty();
    assertThat(ended(run)).isNotNull();
    assertThatThrownBy(() -> exporting.runs.request("acme", EVERYTHING))
        .isInstanceOfSatisfying(
            LedgerwayException.class, e -> assertThat(e.code()).isEqualTo("EXPORT_OFF"));

    exporting.choose(null, ExportMode.MANUAL);
    assertThat(exporting.sendable()).isEmpty();
    assertThat(exporting.in(exporting.runs.request("acme", EVERYTHING).run())).hasSize(5);
  }

  @Test
  void asking_again_changes_nothing_and_names_what_is_under_way() {
    exporting.choose(null, ExportMode.MANUAL);
    exporting.ready("perk", "e1");
    Begun first = exporting.runs.request("acme", EVERYTHING);
    Begun second = exporting.runs.request("acme", EVERYTHING);
    assertThat(second).isEqualTo(new Begun(first.run(), false, List.of()));
    exporting.move("e1", "SENDING", "POSTED");
    ended(first.run());
    assertThat(exporting.runs.request("acme", EVERYTHING).run()).isNull();
    assertThat(exporting.strings("select id::text from export_run")).hasSize(1);
  }

  @Test
  void of_two_who_ask_at_once_each_document_is_in_the_export_of_one() {
    exporting.choose(null, ExportMode.MANUAL);
    for (int round = 0; round < 15; round++) {
      String[] ids = ids("r" + round + "-", 20);
      exporting.ready("perk", ids);
      List<CompletableFuture<Begun>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(CompletableFuture.supplyAsync(() -> exporting.runs.request("acme", EVERYTHING)));
      }
      Set<UUID> runs = new HashSet<>();
      both.forEach(each -> runs.add(each.join().run()));
      assertThat(runs).hasSize(1);
      assertThat(exporting.in(runs.iterator().next())).containsExactlyInAnyOrder(ids);
    }
  }

  @Test
  void a_selection_says_of_each_document_that_it_does_not_have_why() {
    exporting.choose(null, ExportMode.MANUAL);
    exporting.choose("expensify", ExportMode.OFF);
    exporting.ready("perk", "e1", "e2", "posted", "asked");
    exporting.ready("expensify", "off");
    exporting.move("posted", "SENDING", "POSTED");
    UUID other = exporting.runs.request("acme", selection(exporting.idOf("asked"))).run();
    UUID nobodys = UUID.randomUUID();
    Begun begun =
        exporting.runs.request(
            "acme",
            selection(
                exporting.idOf("e1"),
                exporting.idOf("posted"),
                exporting.idOf("asked"),
                exporting.idOf("off"),
                nobodys));
    assertThat(exporting.in(begun.run())).containsExactly("e1");
    assertThat(begun.notTaken())
        .extracting(NotTaken::id, NotTaken::code, NotTaken::state, NotTaken::run)
        .containsExactly(
            tuple("posted", "NOTHING_TO_SEND", "POSTED", null),
            tuple("asked", "ASKED_FOR_ALREADY", "READY", other),
            tuple("off", "EXPORT_OFF", "READY", null),
            Tuple.tuple(nobodys, "UNKNOWN", null, null));
    assertThat(exporting.sendable()).containsExactly("e1", "asked");
  }

  @Test
  void a_filter_has_what_fits_all_of_it() {
    exporting.choose(null, ExportMode.MANUAL);
    exporting.ready("perk", "e1", "e2", "e3", "e4");
    exporting.arrive("perk", "held");
    exporting.move("held", "HELD");
    exporting
        .ledger
        .jdbc
        .sql(
            "update posting set document_date = '2026-04-01' where source_id = 'e2';"
                + "update posting set employee = 'bo@acme.example' where source_id = 'e3';"
                + "update posting set kind = 'private-expense' where source_id = 'e4'")
        .update();
    Wanted.Filter filter =
        new Wanted.Filter(
            "READY",
            "card-expense",
            null,
            "ANA@acme.example",
            LocalDate.of(2026, 3, 1),
            LocalDate.of(2026, 3, 31));
    Begun begun = exporting.runs.request("acme", new Wanted("perk", null, filter));
    assertThat(exporting.in(begun.run())).containsExactly("e1");
    assertThat(
            exporting.strings(
                "select concat_ws(' ', source, what, filter, asked_by) from export_run"))
        .singleElement()
        .asString()
        .startsWith("perk FILTER {")
        .contains("\"to\"")
        .endsWith("} engine");
  }

  @Test
  void a_newer_version_goes_with_the_export_of_one_that_was_not_sent_and_not_of_one_that_was() {
    exporting.choose(null, ExportMode.MANUAL);
    exporting.ready("perk", "early", "late");
    UUID run = exporting.runs.request("acme", EVERYTHING).run();
    exporting.move("late", "SENDING", "POSTED", "UNDONE");
    for (String id : List.of("early", "late")) {
      exporting.ledger.enter(LedgerFixture.arrival(id, 2, "newer"));
      exporting.move(id, "READY");
    }
    assertThat(exporting.in(run)).containsExactly("early");
    assertThat(exporting.sendable()).containsExactly("early");
    assertThat(
            exporting.strings(
                "select distinct p.source_id from posting_history h join posting p on p.id ="
                    + " h.posting where h.state = 'POSTED' and h.export_run = '"
                    + run
                    + "'"))
        .as("the story still says with which export it went")
        .containsExactly("late");
  }

  @Test
  void whoever_changes_the_schedule_waits_for_a_check_under_way_and_misses_nothing_of_it()
      throws SQLException {
    exporting.arrive("perk", "e1");
    exporting.choose(null, ExportMode.MANUAL);
    try (Connection check = exporting.ledger.dataSource().getConnection()) {
      check.setAutoCommit(false);
      check
          .createStatement()
          .executeUpdate("update posting set state = 'READY' where source_id = 'e1'");
      CompletableFuture<Void> change =
          CompletableFuture.runAsync(() -> exporting.choose(null, ExportMode.REAL_TIME));
      Awaitility.await()
          .atMost(10, TimeUnit.SECONDS)
          .until(
              () ->
                  !exporting
                      .strings(
                          "select 'waits' from pg_locks where locktype = 'advisory' and not granted"
                              + " and database = (select oid from pg_database where datname ="
                              + " current_database())")
                      .isEmpty());
      check.commit();
      change.join();
    }
    assertThat(exporting.sendable()).containsExactly("e1");
  }

  /** When it was over; as the route writes it. */
  private String ended(UUID run) {
    exporting
        .ledger
        .jdbc
        .sql(SqlFile.read("export/end").replace(":#${variable.now}", "now()"))
        .update();
    return exporting
        .ledger
        .jdbc
        .sql("select ended_at::text from export_run where id = ?")
        .param(run)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /** Claims a batch, as the route does. */
  private List<String> claimed() {
    String sql =
        SqlFile.read("posting/claim-batch").replaceAll(":#\\$\\{variable\\.(\\w+)}", ":$1");
    return exporting
        .ledger
        .jdbc
        .sql(sql)
        .param("company", "acme")
        .param("resource", "BankTransactions")
        .param("partial", true)
        .param("batch", UUID.randomUUID())
        .param("instance", UUID.randomUUID())
        .param("now", LedgerFixture.NOW.atOffset(ZoneOffset.UTC))
        .query((row, number) -> row.getString("source_id"))
        .list();
  }

  private Tuple tuple(String id, String code, String state, UUID run) {
    return Tuple.tuple(exporting.idOf(id), code, state, run);
  }

  private static Wanted selection(UUID... ids) {
    return new Wanted(null, Arrays.asList(ids), null);
  }

  private static String[] ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
  }
}
