package io.ledgerway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.notice.Destination.When;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What notices cost beside 400 companies and 200,000 held documents. */
@Tag("bench")
class NoticesOfManyTest {

  private static final String COMPANIES =
      "insert into company (id, name) select 'c' || i, 'C' || i from generate_series(1, 400) i";
  private static final String DESTINATIONS =
      "insert into notice_destination (id, company, place, kind, occasion)"
          + " select gen_random_uuid(), 'c' || i, 0, 'TOPIC', 'AT_ONCE' from"
          + " generate_series(1, 400) i";
  private static final String DOCUMENTS =
      """
      insert into posting (id, company, source, source_id, version, kind, resource, event, content_hash, state, received_at, changed_at)
      select gen_random_uuid(), case when i <= 100000 then 'c1' else 'c' || (i % 400 + 1) end, 'perk', 'e' || i, 1, 'card-expense',
        'BankTransactions', '{}', md5(i::text), 'RECEIVED', now(), now()
      from generate_series(1, 200000) i
      """;
  private static final String HELD =
      """
      update posting set state = 'HELD', problems = '[{"code":"CARD_NOT_MAPPED","message":"The card card-' || (length(source_id) + get_byte(source_id::bytea, 1)) || ' is mapped to no bank account.","actor":"ADMIN","action":"Map it.","waitsFor":["table:perk/cards/x"]}]'
      """;

  @Test
  void a_tick_reads_no_document_and_a_look_those_of_its_company() {
    try (Noticing noticing = new Noticing()) {
      var jdbc = noticing.ledger.jdbc;
      for (String statement : List.of(COMPANIES, DOCUMENTS)) {
        jdbc.sql(statement).update();
      }
      jdbc.sql(DESTINATIONS).update();
      time("200,000 held by one statement", () -> jdbc.sql(HELD).update());
      for (String table : List.of("posting", "notice_change", "notice_destination")) {
        jdbc.sql("vacuum analyze " + table).update();
      }
      explain(noticing, "notice/note-changes");
      explain(noticing, "notice/note-changes");
      explain(noticing, "notice/due");
      explain(noticing, "notice/due-deliveries");
      Noticing.Machine engine = noticing.new Machine();
      time("a tick with nothing due", engine::tick);
      noticing.choose(Noticing.mail(When.DAILY, "a@acme.example"));
      time("needs of 500 documents", () -> noticing.needs().of("c7"));
      time("needs of 100,250 documents", () -> noticing.needs().of("c1"));
      assertThat(noticing.needs().of("c1").needs()).isNotEmpty();
    }
  }

  private static void time(String what, Runnable work) {
    long begin = System.nanoTime();
    work.run();
    System.out.printf("NOTICES %s: %d ms%n", what, (System.nanoTime() - begin) / 1_000_000);
  }

  private static void explain(Noticing noticing, String name) {
    System.out.println("NOTICES " + name);
    noticing.explain(name).forEach(line -> System.out.println("NOTICES   " + line));
  }
}
