package io.ledgerway.posting;

import static io.ledgerway.posting.LedgerFixture.arrival;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.document.DocumentResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.springframework.dao.DataAccessException;

class LedgerStatesTest {

  private static final Set<String> ALLOWED =
      Set.of(
          "RECEIVED>READY",
          "RECEIVED>HELD",
          "HELD>RECEIVED",
          "READY>RECEIVED",
          "READY>SENDING",
          "SENDING>POSTED",
          "SENDING>DIFFERENT",
          "SENDING>HELD",
          "SENDING>READY",
          "SENDING>UNCERTAIN",
          "UNCERTAIN>POSTED",
          "UNCERTAIN>DIFFERENT",
          "UNCERTAIN>HELD",
          "UNCERTAIN>READY",
          "DIFFERENT>POSTED",
          "POSTED>DIFFERENT",
          "RECEIVED>NOTHING_TO_POST",
          "NOTHING_TO_POST>RECEIVED",
          "POSTED>UNDONE",
          "DIFFERENT>UNDONE",
          "UNDONE>RECEIVED",
          "POSTED>RECEIVED",
          "DIFFERENT>RECEIVED");
  private static final List<String> STATES =
      List.of(
          "RECEIVED",
          "HELD",
          "READY",
          "SENDING",
          "UNCERTAIN",
          "POSTED",
          "DIFFERENT",
          "NOTHING_TO_POST",
          "UNDONE");

  private LedgerFixture ledger;

  @Example
  void the_database_knows_the_resources_that_the_code_knows() {
    assertThat(
            Set.copyOf(
                ledger
                    .jdbc
                    .sql("select resource from posting_resource")
                    .query(String.class)
                    .list()))
        .isEqualTo(
            Stream.of(DocumentResource.values()).map(Enum::name).collect(Collectors.toSet()));
    assertThat(
            ledger
                .jdbc
                .sql(
                    "select resource || ' ' || changes from posting_resource where changes is not"
                        + " null")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(DocumentResource.values())
                .filter(DocumentResource::changes)
                .map(each -> each.name() + " " + each.endpoint())
                .toList());
  }

  @BeforeProperty
  void open() {
    ledger = new LedgerFixture();
  }

  @AfterProperty
  void close() {
    ledger.close();
  }

  @Provide
  Arbitrary<List<String>> walks() {
    return Arbitraries.of(STATES).list().ofMinSize(1).ofMaxSize(15);
  }

  @Property(tries = 150)
  void the_database_lets_a_document_go_only_the_ways_of_the_ledger_and_keeps_its_story(
      @ForAll @From("walks") List<String> walk) {
    ledger.jdbc.sql("truncate posting, posting_history, confirmation, receipt").update();
    ledger.enter(arrival("e1", 1, "a"));
    String at = "RECEIVED";
    String story = "RECEIVED";
    for (String next : walk) {
      if (next.equals(at)) {
        continue;
      }
      if (ALLOWED.contains(at + ">" + next)) {
        ledger.moveTo(next);
        at = next;
        story += "," + next;
      } else {
        assertThatThrownBy(() -> ledger.moveTo(next)).isInstanceOf(DataAccessException.class);
      }
    }
    assertThat(ledger.value("select state from posting")).isEqualTo(at);
    assertThat(ledger.value("select string_agg(state, ',' order by id) from posting_history"))
        .isEqualTo(story);
  }
}
