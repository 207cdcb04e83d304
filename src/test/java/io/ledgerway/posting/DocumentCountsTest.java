package io.ledgerway.posting;

import static io.ledgerway.posting.LedgerFixture.arrival;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.sql.SqlFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many documents are in each state is kept, not counted; it is never wrong for a moment. */
class DocumentCountsTest {

  private static final String KEPT =
      "select coalesce(string_agg(state || ' ' || documents, ', ' order by state), '') from ("
          + SqlFile.read("story/summary").replace(":company", "'acme'")
          + ") kept";
  private static final String COUNTED =
      "select coalesce(string_agg(state || ' ' || documents, ', ' order by state), '') from"
          + " (select state, count(*) as documents from posting group by state) counted";

  private LedgerFixture ledger;

  @BeforeEach
  void open() {
    ledger = new LedgerFixture();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void what_comes_changes_and_goes_is_counted_as_it_does() {
    enter(0, 10);
    assertKept("RECEIVED 10");
    ledger.moveTo("READY");
    assertKept("READY 10");
    ledger.jdbc.sql("update posting set employee = 'somebody else'").update();
    ledger.jdbc.sql("delete from posting where source_id like '%3'").update();
    assertKept("READY 9");
    addUp();
    assertKept("READY 9");
    assertThat(ledger.value("select count(*) from posting_count")).isEqualTo("0");
    enter(20, 2);
    addUp();
    assertKept("READY 9, RECEIVED 2");
  }

  @Test
  void many_engines_add_up_while_documents_come() {
    List<CompletableFuture<Void>> work =
        IntStream.range(0, 3)
            .mapToObj(
                engine ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = 0; i < 20; i++) {
                            enter(1000 * engine + 10 * i, 10);
                            addUp();
                          }
                        }))
            .toList();
    while (!work.stream().allMatch(CompletableFuture::isDone)) {
      assertThat(ledger.value("select (" + KEPT + ") = (" + COUNTED + ")")).isEqualTo("t");
    }
    CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
    assertKept("RECEIVED 600");
  }

  private void enter(int from, int documents) {
    ledger.enter(
        IntStream.range(from, from + documents).mapToObj(i -> arrival("e" + i, 1, "a")).toList());
  }

  private void addUp() {
    ledger.jdbc.sql(SqlFile.read("posting/add-up")).update();
  }

  private void assertKept(String expected) {
    assertThat(ledger.value(KEPT)).isEqualTo(ledger.value(COUNTED)).isEqualTo(expected);
  }
}
