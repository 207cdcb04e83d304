package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnePoisonedDocumentTest {

  private static final String MAPPING = "perk/card-expense";
  private static Engine engine;

  @BeforeAll
  static void start() {
    engine = Engine.shared();
  }

  @AfterEach
  void mend() {
    engine.mendMapping(MAPPING);
  }

  /** A mapping may make what our checks know nothing of, and Xero cannot even read. */
  @Test
  void one_of_fifty_that_xero_cannot_read_is_held_and_the_others_go_with_the_next_call() {
    Company company = engine.company();
    engine.editMapping(
        MAPPING,
        "\"Status\": \"AUTHORISED\",",
        "\"Status\": \"AUTHORISED\", \"IsReconciled\": $$.company = \""
            + company.id()
            + "\" and $$.merchant = \"poison\" ? \"perhaps\" : false,");
    List<Sample> samples = new ArrayList<>(company.expenses(31).cards(50, 1));
    Sample poison = samples.get(17);
    samples.set(
        17,
        new Sample(
            poison.id(),
            poison.key(),
            poison.value().replaceFirst("\"merchant\":\"[^\"]*\"", "\"merchant\":\"poison\""),
            poison.fate(),
            poison.why()));

    engine.send(samples);

    engine.awaitSummary(company, Map.of("HELD", 1L, "POSTED", 49L));
    assertThat(engine.api.postings(company.id(), "HELD").get(0).get("sourceId").asText())
        .isEqualTo(poison.id());
    assertThat(engine.api.postings(company.id(), "HELD").get(0).at("/problems/0/code").asText())
        .isEqualTo("DOCUMENT_MALFORMED");
    assertThat(engine.api.postings(company.id(), "HELD").get(0).at("/problems/0/message").asText())
        .startsWith("Error converting value \"perhaps\"");
    assertThat(
            engine
                .switches()
                .calls(
                    Map.of(
                        "tenantId",
                        company.tenant(),
                        "endpoint",
                        "BankTransactions",
                        "method",
                        "PUT")))
        .hasSize(2);
  }
}
