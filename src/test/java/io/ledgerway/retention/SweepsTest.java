package io.ledgerway.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.posting.Arrival.Outcome;
import io.ledgerway.posting.LedgerFixture;
import io.ledgerway.sql.SqlFile;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each sweep takes, and what it leaves. */
class SweepsTest {

  private static final Instant NOW = LedgerFixture.NOW;
  private static final String DOCUMENT =
      """
      {"Type": "SPEND", "Status": "AUTHORISED", "Contact": {"ContactID": "c-1", "Name": "Ana Silva"},
       "Date": "2024-03-01", "Reference": "Ana's lunch · LW-0123456789ABCDEF-00", "LineAmountTypes": "Inclusive",
       "Url": "http://hub/acme", "CurrencyCode": "NZD",
       "LineItems": [{"Description": "Lunch with Ana", "Quantity": 1, "UnitAmount": 10.50, "AccountCode": "420",
         "TaxType": "INPUT2", "Tracking": [{"Name": "Region", "Option": "North"}]}]}\
      """;

  private final LedgerFixture ledger = new LedgerFixture();
  private final Sweeps sweeps = new Sweeps(ledger.dataSource(), NOW);

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void every_sweep_of_an_empty_database_finds_nothing_and_looks_again_later() {
    assertThat(sweeps.names())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(sweeps.all(each)).isZero());
    assertThat(count("retention_sweep where next_at > '" + NOW + "'"))
        .isEqualTo(sweeps.names().size());
  }

  @Test
  void what_a_finished_document_said_of_people_goes_and_the_evidence_stays() {
    document("old", 400, "POSTED");
    document("young", 390, "POSTED");
    for (String state : List.of("HELD", "READY", "DIFFERENT", "UNCERTAIN", "RECEIVED")) {
      document(state, 400, state);
    }
    document("to be told", 400, "POSTED");
    story("to be told", "POSTED", false);
    story("old", "HELD", true);
    story("old", "POSTED", true);
    document("with a receipt to come", 400, "POSTED");
    receipt("with a receipt to come", "WAITING", true);
    run(
        "insert into source_choice (company, source, name, choice, chosen_at) values ('acme',"
            + " 'perk', 'receipts', '\"RECEIPTS\"', '2020-01-01')");
    document("with one that nobody chose", 400, "POSTED");
    receipt("with one that nobody chose", "WAITING", true);
    run(
        "update receipt set kind = 'SUPPORTING' where posting = (select id from"
            + " posting where source_id = 'with one that nobody chose')");
    receipt("old", "ATTACHED", false);

    assertThat(sweeps.all("contents")).isEqualTo(2);

    assertThat(
            ledger.value(
                "select string_agg(source_id, ',' order by source_id) from posting where event is"
                    + " null"))
        .isEqualTo("old,with one that nobody chose");
    String kept = ledger.value("select to_jsonb(p)::text from posting p where source_id = 'old'");
    assertThat(kept)
        .contains(
            "LW-0123456789ABCDEF-00",
            "x-old",
            "NZD",
            "hash",
            "10.50",
            "420",
            "INPUT2",
            "North",
            "c-1")
        .doesNotContainIgnoringCase("ana", "lunch", "http://hub");
    assertThat(
            ledger.value(
                "select document::jsonb #>> '{LineItems,0,UnitAmount}' from posting where source_id"
                    + " = 'old'"))
        .isEqualTo("10.50");
    assertThat(
            count(
                "posting_history h join posting p on p.id = h.posting where p.source_id = 'old' and"
                    + " h.problems is not null"))
        .isZero();
    assertThat(
            count(
                "receipt where url is null and file_name is null and due_at is null and sha256 ="
                    + " 'sha'"))
        .isEqualTo(2);
    assertThat(count("receipt where url is not null")).isEqualTo(1);
    assertThat(sweeps.all("contents")).as("a second time").isZero();
  }

  @Test
  void notices_go_that_were_sent_and_tries_and_none_that_is_still_to_be_delivered() {
    run(
        "insert into notice_destination (id, company, place, kind, occasion) values"
            + " (first_id_of('2020-01-01'), 'acme', 0, 'TOPIC', 'AT_ONCE')");
    run(
        "insert into notice_delivery (id, destination, company, occasion, body, state, made_at)"
            + " select overlay(first_id_of(at)::text placing lpad(n::text, 12, '0') from 25)::uuid,"
            + " first_id_of('2020-01-01'), 'acme', occasion, '{}', state, at from (values (1,"
            + " 'CHANGES', 'DELIVERED', 91), (2, 'DIGEST', 'GIVEN_UP', 92), (3, 'TEST', 'WAITING',"
            + " 93), (4, 'CHANGES', 'WAITING', 94), (5, 'CHANGES', 'DELIVERED', 89)) v (n,"
            + " occasion, state, days), "
            + at("days"));

    assertThat(sweeps.all("notices")).isEqualTo(3);

    assertThat(ledger.value("select string_agg(state, ',' order by made_at) from notice_delivery"))
        .isEqualTo("WAITING,DELIVERED");
  }

  @Test
  void acts_are_kept_as_long_as_evidence() {
    run(
        "insert into audit_entry (id, at, who, act, outcome) select overlay(first_id_of(at)::text"
            + " placing lpad(n::text, 12, '0') from 25)::uuid, at, 'admin', 'Undo', 'DONE' from"
            + " (values (1, 2558), (2, 2556)) v (n, days), "
            + at("days"));

    assertThat(sweeps.all("acts")).isEqualTo(1);
  }

  @Test
  void what_came_twice_is_known_although_its_contents_are_gone() {
    document("exp-1", 400, "POSTED");
    ledger
        .jdbc
        .sql(
            "update posting set document_date = '2026-03-01', total = 10.00, content_hash = 'same',"
                + " version = 3")
        .update();
    run("update posting_history set told_at = at");
    assertThat(sweeps.all("contents")).isEqualTo(1);

    assertThat(ledger.enter(LedgerFixture.arrival("exp-1", 3, "same")))
        .isEqualTo(Outcome.DUPLICATE);
    assertThat(ledger.enter(LedgerFixture.arrival("exp-1", 2, "same"))).isEqualTo(Outcome.OUTDATED);
    assertThat(ledger.enter(LedgerFixture.arrival("exp-1", 4, "same")))
        .isEqualTo(Outcome.SAME_AGAIN);
    // Another mapping may make another hash of it: the day and the amount are no change.
    assertThat(ledger.enter(LedgerFixture.arrival("exp-1", 3, "said by another mapping")))
        .isEqualTo(Outcome.DUPLICATE);
    ledger.jdbc.sql("update posting set total = 11.00").update();
    assertThat(ledger.enter(LedgerFixture.arrival("exp-1", 3, "another amount")))
        .isEqualTo(Outcome.CONTENT_CHANGED);
    assertThat(ledger.enter(LedgerFixture.arrival("exp-1", 4, "another amount")))
        .isEqualTo(Outcome.ALREADY_SENT);
    assertThat(ledger.value("select state || (event is null) from posting"))
        .isEqualTo("POSTEDtrue");
  }

  @Test
  void documents_go_with_all_that_hangs_on_them_once_nothing_of_them_is_evidence_any_more() {
    document("old", 2600, "POSTED");
    story("old", "POSTED", true);
    receipt("old", "ATTACHED", false);
    document("undone", 2600, "UNDONE");
    document("undo:x", 2600, "POSTED");
    undoes("undo:x", "undone");
    document("being undone", 2600, "POSTED");
    document("undo:y", 2600, "HELD");
    undoes("undo:y", "being undone");
    document("held", 2600, "HELD");
    document("different", 2600, "DIFFERENT");
    document("without a day", 2600, "POSTED");
    ledger
        .jdbc
        .sql("update posting set document_date = null where source_id = 'without a day'")
        .update();
    document("dated later", 2600, "POSTED");
    ledger
        .jdbc
        .sql("update posting set document_date = '2026-01-01' where source_id = 'dated later'")
        .update();
    document("to be told", 2600, "POSTED");
    story("to be told", "POSTED", false);
    document("young", 2500, "POSTED");
    untellable();

    assertThat(sweeps.all("documents")).isEqualTo(3);

    assertThat(
            ledger.jdbc.sql("select source_id from posting order by 1").query(String.class).list())
        .containsExactly(
            "being undone",
            "dated later",
            "different",
            "held",
            "to be told",
            "undo:y",
            "without a day",
            "young");
    assertThat(count("posting_history where posting not in (select id from posting)")).isZero();
    assertThat(count("receipt") + count("untellable")).isZero();
    // What comes of that time could be one of them.
    assertThat(ledger.value("select count(*) from posting where source_id = 'old'")).isEqualTo("0");
    assertThat(ledger.enter(dated("old", "2019-03-01"))).isEqualTo(Outcome.FORGOTTEN);
    assertThat(ledger.enter(dated("held", "2019-03-01")))
        .as("what is still here is known")
        .isNotEqualTo(Outcome.FORGOTTEN);
    assertThat(ledger.enter(dated("new", "2019-03-05"))).isEqualTo(Outcome.STORED);
  }

  @Test
  void of_the_other_tables_old_rows_go_and_what_is_young_open_or_needed_stays() {
    run(
        "insert into batch (id, company, resource, state, owner, idempotency_key, request_hash,"
            + " size, intended_at, settled_at) select first_id_of(at), 'acme', 'Invoices', state,"
            + " first_id_of(at), state || days, '', 1, at, at from (values ('SETTLED', 2600),"
            + " ('UNCERTAIN', 2601), ('SETTLED', 2500)) v (state, days), "
            + at("days"));
    run(
        "insert into xero_call (id, company, tenant_id, instance, method, resource,"
            + " idempotency_key, started_at) select first_id_of(at), 'acme', 't', first_id_of(at),"
            + " 'PUT', 'Invoices', key, at from (values ('k', 2600), (null, 100), ('k2', 101),"
            + " (null, 80)) v (key, days), "
            + at("days"));
    run("insert into reference_version (company, version) values ('acme', 9)");
    run(
        "insert into reference_publication (company, source, published) values ('acme', 'perk', 4),"
            + " ('acme', 'other', 5)");
    run(
        "insert into reference_change (company, version, kind, record_id, change, keys, cause, at,"
            + " told) select 'acme', version, 'account', record, 'CHANGED', '{}', 'IMPORT', at,"
            + " told from (values (1, 'a', 500, true), (2, 'b', 499, true), (3, 'a', 498, true),"
            + " (4, 'c', 497, false), (5, 'b', 496, true), (9, 'c', 495, false), (8, 'c', 494,"
            + " false), (8, 'a', 300, true)) v (version, record, days, told), "
            + at("days")
            + " order by days desc");
    run("update books_moved set version = 9");
    run(
        "insert into dead_letter (id, identity, topic, partition_no, record_offset, code, message,"
            + " action, received_at, published_at, entered_at) select first_id_of(at), days::text,"
            + " 't', 0, days, 'C', 'm', 'a', at, case when told then at end, case when entered then"
            + " at end from (values (200, true, false), (201, false, false), (100, true, false),"
            + " (101, true, true), (20, true, true)) v (days, told, entered), "
            + at("days"));
    run("insert into company_source (company, source) values ('acme', 'perk')");
    run(
        "insert into poll (id, company, source, kind, next_at, asked_by, started_at, ended_at,"
            + " outcome) select first_id_of(at), 'acme', 'perk', kind, at, 'x', at, case when"
            + " outcome <> '' then at end, nullif(outcome, '') from (values ('ROUTINE', 200,"
            + " 'DONE'), ('ROUTINE', 199, 'FAILED'), ('ROUTINE', 198, 'DONE'), ('SWEEP', 197, ''),"
            + " ('SWEEP', 80, 'DONE')) v (kind, days, outcome), "
            + at("days"));
    run(
        "insert into source_request (credential, id, started_at) select 'c', first_id_of(at), at"
            + " from (values (2), (0)) v (days), "
            + at("days"));
    run(
        "insert into export_run (id, company, occasion, what, filter, asked_by, begun_at, ended_at)"
            + " select first_id_of(at), 'acme', 'REQUEST', 'FILTER', '{\"employee\":\"ana\"}',"
            + " 'admin', at, case when ended then at end from (values (2600, true), (2601, false),"
            + " (400, true), (300, true)) v (days, ended), "
            + at("days"));
    run(
        "insert into erasure (id, company, email_hash, asked_by, asked_at, ended_at)"
            + " select first_id_of(at), 'acme', 'h', 'admin', at, case when ended then at end"
            + " from (values (2600, true), (2601, false), (400, true)) v (days, ended), "
            + at("days"));

    assertThat(sweeps.all("export-filters")).isEqualTo(3);
    assertThat(count("export_run where filter is not null")).isEqualTo(1);
    assertThat(sweeps.all("batches")).isEqualTo(1);
    assertThat(sweeps.all("reads")).as("calls that read, older than 90 days").isEqualTo(1);
    assertThat(sweeps.all("calls")).isEqualTo(1);
    assertThat(sweeps.all("changes")).isEqualTo(4);
    assertThat(ledger.value("select string_agg(id::text, ',' order by id) from reference_change"))
        .isEqualTo("5,6,7,8");
    assertThat(sweeps.all("letters")).isEqualTo(2);
    assertThat(ledger.value("select string_agg(identity, ',' order by identity) from dead_letter"))
        .isEqualTo("100,20,201");
    assertThat(sweeps.all("readings")).isEqualTo(2);
    assertThat(ledger.value("select count(*) from poll")).isEqualTo("3");
    assertThat(sweeps.all("requests")).isEqualTo(1);
    assertThat(sweeps.all("exports")).isEqualTo(1);
    assertThat(sweeps.all("erasures")).isEqualTo(1);
    sweeps.names().forEach(each -> assertThat(sweeps.all(each)).as(each).isZero());
  }

  @Test
  void twenty_thousand_go_in_steps_of_five_hundred_and_go_on_where_they_were_interrupted() {
    run(
        "set session_replication_role = replica; insert into posting (id, company, source,"
            + " source_id, version, kind, resource, document_date, currency, total, employee,"
            + " event, document, content_hash, state, received_at, changed_at) select"
            + " overlay(first_id_of(at)::text placing lpad(to_hex(n), 12, '0') from 25)::uuid,"
            + " 'acme', 'perk', n::text, 1, 'card-expense', 'BankTransactions', '2018-01-01',"
            + " 'NZD', 1, 'ana@acme.example', '{}', '{}', '', 'POSTED', at, at from"
            + " generate_series(1, 20000) n, lateral (select 2600 as days) v, "
            + at("days")
            + "; reset session_replication_role");

    run("analyze posting");
    assertThat(sweeps.plan("contents")).contains("posting_contents");
    assertThat(sweeps.plan("documents")).contains("Index Scan using posting_pkey");
    assertThat(
            String.join(
                "\n",
                ledger
                    .jdbc
                    .sql("explain " + SqlFile.read("person/documents"))
                    .param("company", "acme")
                    .param("email", "ana@acme.example")
                    .param("before", null)
                    .param("limit", 50)
                    .query(String.class)
                    .list()))
        .contains("posting_open");

    assertThat(sweeps.step("contents")).isEqualTo(new Sweeps.Step(500, 500, null));
    assertThat(sweeps.step("documents").removed()).isEqualTo(500);
    String place = ledger.value("select after from retention_sweep where sweep = 'documents'");
    assertThat(place).endsWith("0000000001f4");
    // As after a kill: somebody else goes on, from what is written down.
    Sweeps another = new Sweeps(ledger.dataSource(), NOW.plus(Duration.ofSeconds(1)));
    assertThat(another.step("documents").after()).endsWith("0000000003e8");
    assertThat(another.all("documents")).isEqualTo(19_000);
    assertThat(count("posting")).isZero();
    assertThat(ledger.value("select removed from retention_sweep where sweep = 'documents'"))
        .isEqualTo("20000");
  }

  @Test
  void two_that_sweep_at_once_do_no_harm() {
    for (int i = 0; i < 1200; i++) {
      document("d" + i, 2600, "POSTED");
    }
    document("young", 300, "POSTED");
    Sweeps other = new Sweeps(ledger.dataSource(), NOW);
    for (String sweep : List.of("contents", "documents")) {
      CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> sweeps.all(sweep));
      CompletableFuture<Integer> two = CompletableFuture.supplyAsync(() -> other.all(sweep));
      assertThat(one.join() + two.join()).as(sweep).isGreaterThanOrEqualTo(1200);
    }
    assertThat(
            ledger.value("select string_agg(source_id, ',') from posting where event is not null"))
        .isEqualTo("young");
    assertThat(count("posting")).isEqualTo(1);
  }

  private void document(String id, int days, String state) {
    Instant at = NOW.minus(Duration.ofDays(days));
    ledger
        .jdbc
        .sql(
            "insert into posting (id, company, source, source_id, version, kind, resource,"
                + " document_date, currency, total, employee, merchant, event, document,"
                + " content_hash, state, marker, xero_id, received_at, changed_at) select"
                + " overlay(first_id_of(:at)::text placing lpad(to_hex((select count(*) from"
                + " posting)), 12, '0') from 25)::uuid, 'acme', 'perk', :id, 1, 'card-expense',"
                + " 'BankTransactions', (:at)::date, 'NZD', 10.50, 'ana@acme.example', 'Ana''s"
                + " lunch', '{\"employee\": \"ana\"}', :document, 'hash', :state,"
                + " 'LW-0123456789ABCDEF-00', 'x-' || :id, :at, :at")
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .param("id", id)
        .param("state", state)
        .param("document", DOCUMENT)
        .update();
    run(
        "update posting_history set told_at = at where told_at is null and posting = (select id"
            + " from posting where source_id = '"
            + id
            + "')");
  }

  private void story(String id, String state, boolean told) {
    run(
        "insert into posting_history (posting, company, version, state, problems, at, told_at) select id, company, 1, '%s', '[\"of ana\"]', changed_at, %s from posting where source_id = '%s'"
            .formatted(state, told ? "changed_at" : "null", id));
  }

  private void receipt(String id, String state, boolean due) {
    run(
        "insert into receipt (id, posting, company, source, source_id, kind, file_name, url, state, due_at, name, sha256, changed_at) select gen_random_uuid(), id, company, source, 'r', 'RECEIPT', 'ana.pdf', 'http://ana', '%s', %s, 'ana.pdf', 'sha', changed_at from posting where source_id = '%s'"
            .formatted(state, due ? "changed_at" : "null", id));
  }

  private void undoes(String undo, String of) {
    run(
        "update posting set undoes = (select id from posting where source_id = '%s') where source_id = '%s'"
            .formatted(of, undo));
  }

  private void untellable() {
    run(
        "insert into untellable (kind, item, company, code, message, since) select 'outcome',"
            + " max(id)::text, 'acme', 'C', 'm', max(at) from posting_history h where posting ="
            + " (select id from posting where source_id = 'old')");
  }

  private static io.ledgerway.posting.Arrival dated(String id, String date) {
    return LedgerFixture.dated(LedgerFixture.arrival(id, 7, "new"), date);
  }

  private static String at(String days) {
    return "lateral (select timestamptz '"
        + NOW
        + "' - make_interval(days => "
        + days
        + ") as at) a";
  }

  private void run(String sql) {
    ledger.jdbc.sql(sql).update();
  }

  private long count(String from) {
    return Long.parseLong(ledger.value("select count(*) from " + from));
  }
}
