package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.sandbox.expensify.ExpensifyCalls;
import io.ledgerway.sandbox.expensify.ExpensifyExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A company that wants Expensify to be told of what stands in Xero. */
@ExtendWith(ExpensifyExtension.class)
class ExpensifyConfirmTest {

  private static final Engine ENGINE = Engine.shared();

  private Company company;
  private Expensify expensify;

  @AfterEach
  void leave() {
    expensify.leave();
  }

  @Test
  void case_36_a_label_is_set_once_and_only_on_what_is_posted_though_an_answer_is_lost(
      ExpensifyCalls there) {
    begin(there, Map.of("confirm", "LABEL", "label", "In Xero"));
    there.arm(Map.of("kind", "drop-answer", "job", "file", "next", 1));
    ENGINE.awaitSummary(company, Map.of("POSTED", 11L, "HELD", 3L, "NOTHING_TO_POST", 2L));

    await("Auckland trip", "CONFIRMED");
    JsonNode told = lastConfirmation();
    assertThat(told.get("outcome").asText()).isEqualTo("DONE");
    assertThat(told.get("requests").asInt()).as("one lost, one answered").isEqualTo(2);
    assertThat(labelsSet(there)).isEqualTo(11);
    int labelled = 0;
    for (JsonNode posting : ENGINE.api.pages("/companies/" + company.id() + "/postings")) {
      JsonNode report = report(there, posting.get("sourceId").asText());
      boolean posted = posting.get("state").asText().equals("POSTED");
      assertThat(report.get("labels").toString())
          .as(posting.toString())
          .isEqualTo(posted ? "[\"In Xero\"]" : "[]");
      labelled += posted ? 1 : 0;
    }
    assertThat(labelled).isEqualTo(11);
  }

  @Test
  void case_37_what_is_skipped_in_an_answer_that_says_200_is_shown_as_not_done(
      ExpensifyCalls there) {
    begin(there, Map.of("confirm", "REIMBURSED"));
    // Reopened there while its journal is on its way.
    String open = "Trade fair with a refund";
    there.control(
        "POST", "/reports/" + there.report(open).get("reportID").asText() + "/unapprove", null);
    ENGINE.awaitSummary(company, Map.of("POSTED", 11L, "HELD", 3L, "NOTHING_TO_POST", 2L));

    await("Auckland trip", "CONFIRMED");
    assertThat(there.report("Auckland trip").get("state").asText()).isEqualTo("REIMBURSED");
    await("Paid already", "CONFIRMED");
    await(open, "REFUSED");
    assertThat(confirmation(open).get("note").asText()).contains("status");
    assertThat(labelsSet(there)).isZero();
  }

  @Test
  void case_37_tags_are_pushed_whole_and_not_at_all_when_a_level_is_missing(ExpensifyCalls there) {
    begin(there, Map.of("push", "NOTHING"));
    ENGINE.api.choose(company.id(), "expensify", Map.of("push", "BOTH"));
    JsonNode before = tags(there);
    assertThat(before).hasSize(2);

    assertThat(push().get("outcome").asText()).isEqualTo("DONE");

    JsonNode pushed = tags(there);
    assertThat(pushed)
        .extracting(level -> level.get("name").asText())
        .containsExactly("Region", "Project");
    for (JsonNode level : pushed) {
      assertThat(level.get("tags"))
          .as(level.get("name").asText())
          .extracting(tag -> tag.get("name").asText())
          .containsExactlyInAnyOrderElementsOf(options(level.get("name").asText()));
    }
    assertThat(policy(there).at("/categories").findValuesAsText("glCode")).contains("400");

    Map<String, Object> none = new HashMap<>();
    none.put("tagLevel2Category", null);
    ENGINE.api.choose(company.id(), "expensify", none);
    JsonNode refused = push();
    assertThat(refused.get("outcome").asText()).isEqualTo("FAILED");
    assertThat(refused.at("/problem/code").asText()).isEqualTo("TAG_LEVEL_MISSING");
    assertThat(tags(there)).isEqualTo(pushed);
  }

  private JsonNode push() {
    expensify.hurry();
    long before = pushes();
    ENGINE.api.post(expensify.path("/polls"), Map.of("kind", "PUSH"));
    return Awaitility.await("a push")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              expensify.hurry();
              return pushes() > before && expensify.readings().get(0).hasNonNull("endedAt")
                  ? expensify.readings().get(0)
                  : null;
            },
            found -> found != null);
  }

  private long pushes() {
    return expensify.readings().stream()
        .filter(each -> each.get("kind").asText().equals("PUSH"))
        .count();
  }

  private List<String> options(String category) {
    String path = "/companies/" + company.id() + "/reference-data/";
    String id = null;
    for (JsonNode each : ENGINE.api.get(path + "tracking-category?active=true").get("items")) {
      id = each.get("name").asText().equals(category) ? each.get("id").asText() : id;
    }
    List<String> names = new ArrayList<>();
    for (JsonNode each :
        ENGINE.api.get(path + "tracking-option?active=true&limit=200").get("items")) {
      if (each.get("parent").asText().equals(id)) {
        names.add(each.get("name").asText());
      }
    }
    return names;
  }

  private static JsonNode tags(ExpensifyCalls there) {
    return policy(there).get("tags");
  }

  private static JsonNode policy(ExpensifyCalls there) {
    return there
        .job(
            Map.of(
                "type",
                "get",
                "inputSettings",
                Map.of(
                    "type",
                    "policy",
                    "policyIDList",
                    List.of(ExpensifyCalls.NZ),
                    "fields",
                    List.of("categories", "tags"))))
        .at("/policyInfo/" + ExpensifyCalls.NZ);
  }

  private void begin(ExpensifyCalls there, Map<String, Object> settings) {
    company = ENGINE.company();
    ENGINE.api.choose(company.id(), "expensify", settings);
    expensify = Expensify.of(ENGINE, company, there);
    expensify.awaitReading(0);
  }

  private void await(String report, String state) {
    Awaitility.await(report + " to be " + state)
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () -> {
              expensify.hurry();
              assertThat(confirmation(report).path("state").asText()).isEqualTo(state);
            });
  }

  private JsonNode confirmation(String report) {
    String id = expensify.posting(report).get("id").asText();
    return ENGINE.api.get("/companies/" + company.id() + "/postings/" + id).path("confirmation");
  }

  private JsonNode lastConfirmation() {
    return expensify.readings().stream()
        .filter(each -> each.get("kind").asText().equals("CONFIRM"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode report(ExpensifyCalls there, String id) {
    for (JsonNode each : there.control("GET", "/reports", null).at("")) {
      if (each.get("reportID").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError("no report " + id);
  }

  private static int labelsSet(ExpensifyCalls there) {
    return there.control("GET", "/calls/summary", null).at("/labelsSet").asInt();
  }
}
