package io.ledgerway.posting;

import static io.ledgerway.posting.LedgerFixture.arrival;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sql.SqlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pages of what is done and of what is on its way are one list, without a gap and without twice.
 */
class FoundDocumentsTest {

  private static final int LIMIT = 7;

  private LedgerFixture ledger;

  @BeforeEach
  void open() {
    ledger = new LedgerFixture();
    ledger.enter(IntStream.range(0, 60).mapToObj(i -> arrival("e" + i, 1, "a")).toList());
    ledger.jdbc.sql("alter table posting disable trigger all").update();
    ledger
        .jdbc
        .sql(
            "update posting p set state = (array['POSTED', 'HELD', 'DIFFERENT', 'READY',"
                + " 'UNDONE'])[1 + n % 5], kind = 'kind-' || n % 3, employee = 'Who-' || n % 4,"
                + " document_date = case when n % 11 > 0 then date '2026-01-01' + n % 13 end from"
                + " (select id, row_number() over (order by id)::int as n from posting) numbered"
                + " where numbered.id = p.id")
        .update();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void each_page_follows_the_one_before() {
    assertPages(Map.of("kind", "kind-1"), "kind = 'kind-1'", "id desc");
    assertPages(Map.of("employee", "wHO-2"), "employee = 'Who-2'", "id desc");
    assertPages(
        Map.of("kind", "kind-0", "state", "HELD"), "kind = 'kind-0' and state = 'HELD'", "id desc");
    assertPages(
        Map.of("from", "2026-01-03", "to", "2026-01-09"),
        "document_date between date '2026-01-03' and date '2026-01-09'",
        "document_date desc, id desc");
    assertPages(
        Map.of("from", "2026-01-05", "employee", "who-1"),
        "document_date >= date '2026-01-05' and employee = 'Who-1'",
        "document_date desc, id desc");
    assertThat(pages(Map.of("kind", "none"))).isEmpty();
  }

  private void assertPages(Map<String, String> given, String meant, String order) {
    List<UUID> expected =
        ledger
            .jdbc
            .sql("select id from posting where " + meant + " order by " + order)
            .query(UUID.class)
            .list();
    assertThat(expected).isNotEmpty();
    assertThat(pages(given)).as("%s", given).isEqualTo(expected);
  }

  private List<UUID> pages(Map<String, String> given) {
    List<UUID> found = new ArrayList<>();
    List<UUID> page;
    do {
      Map<String, Object> values = new TreeMap<>(given);
      for (String name :
          List.of("before", "state", "export", "kind", "sourceId", "employee", "from", "to")) {
        values.putIfAbsent(name, null);
      }
      values.put("company", "acme");
      values.put("limit", LIMIT);
      values.put("before", found.isEmpty() ? null : found.get(found.size() - 1));
      page =
          ledger
              .jdbc
              .sql("select id from (" + SqlFile.read("story/postings-found") + ") page")
              .params(values)
              .query(UUID.class)
              .list();
      found.addAll(page);
    } while (page.size() == LIMIT);
    return found;
  }
}
