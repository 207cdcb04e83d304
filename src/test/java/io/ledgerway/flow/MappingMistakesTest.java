package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.flow.Engine.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MappingMistakesTest {

  private static final String MAPPING = "perk/card-expense";
  private static Engine engine;

  /** What the mapping shares with others. */
  private static final String PART = "perk/expense-lines";

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @AfterEach
  void mend() {
    engine.mendMapping(MAPPING);
    engine.mendMapping(PART);
  }

  @Test
  void what_a_mapping_gets_wrong_is_held_until_it_is_mended_whatever_it_was_taken_for() {
    Company company = engine.company();
    String ours = "($$.company = \"" + company.id() + "\")";
    engine.editMapping(
        PART,
        "$line.amount)",
        "($expense.company = \"" + company.id() + "\" ? $plus($line.amount, 1) : $line.amount))");
    engine.send(company.expenses(1).cards(1, 2));
    awaitHeld(company, "NOT_AS_IT_CAME", "ENGINEER");

    engine.edited.mend("mappings/" + PART + ".jsonata");
    engine.editMapping(MAPPING, "\"AUTHORISED\"", ours + " ? \"AUTHORIZED\" : \"AUTHORISED\"");
    awaitHeld(company, "DOCUMENT_MALFORMED", "ENGINEER");
    engine.editMapping(MAPPING, "$use(", ours + " ? [] : $use(");
    awaitHeld(company, "DOCUMENT_MALFORMED", "ENGINEER");
    // Taken for a contact that is missing: released by the edit all the same.
    engine.editMapping(
        MAPPING,
        "$contactByEmail(employee.email)",
        "$contactByEmail(" + ours + " ? merchant : employee.email)");
    awaitHeld(company, "CONTACT_NOT_FOUND", "ADMIN");

    engine.mendMapping(MAPPING);
    engine.awaitSummary(company, Map.of("POSTED", 1L));
  }

  private static void awaitHeld(Company company, String code, String actor) {
    Awaitility.await(code)
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              List<JsonNode> held = engine.api.postings(company.id(), "HELD");
              assertThat(held)
                  .singleElement()
                  .satisfies(
                      one -> {
                        assertThat(one.at("/problems/0/code").asText()).isEqualTo(code);
                        assertThat(one.at("/problems/0/actor").asText()).isEqualTo(actor);
                      });
            });
  }
}
