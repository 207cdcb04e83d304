package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a field is as it is can be asked of a document that was posted, and of one to come. */
class ExplainTest {

  private static final Engine ENGINE = Engine.shared();

  @TempDir Path folder;

  @Test
  void each_field_of_what_was_posted_names_its_line_values_and_records() throws Exception {
    Company company = ENGINE.company();
    Sample sample = company.expenses(151).cards(1, 2).get(0);
    ENGINE.send(List.of(sample));
    ENGINE.awaitSummary(company, Map.of("POSTED", 1L));
    JsonNode posting = ENGINE.api.postings(company.id(), "POSTED").get(0);
    JsonNode whole =
        ENGINE.api.get("/companies/" + company.id() + "/postings/" + posting.get("id").asText());

    JsonNode explained =
        ENGINE.api.get(
            "/companies/" + company.id() + "/postings/" + posting.get("id").asText() + "/explain");

    assertThat(explained.get("asInLedger").asBoolean()).isTrue();
    assertThat(explained.get("problems")).isEmpty();
    JsonNode account = field(explained, "LineItems[1].AccountCode");
    assertThat(account.get("value")).isEqualTo(whole.at("/document/LineItems/1/AccountCode"));
    assertThat(account.at("/origin/at/mapping").asText()).isEqualTo("perk/expense-lines");
    assertThat(account.at("/origin/at/line").asInt()).isPositive();
    assertThat(account.at("/origin/reads/0/path").asText()).isEqualTo("lines[1].category");
    assertThat(account.at("/origin/reads/0/value")).isEqualTo(whole.at("/event/lines/1/category"));
    assertThat(account.at("/origin/calls/0/looked/0/id"))
        .isEqualTo(whole.at("/event/lines/1/category"));
    assertThat(account.at("/origin/calls/0/looked/0/code")).isEqualTo(account.get("value"));
    assertThat(account.at("/origin/calls/0/looked/0/name").asText()).isNotBlank();
    assertThat(
            field(explained, "BankAccount.AccountID").at("/origin/calls/0/looked/0/part").asText())
        .isEqualTo("choice");

    Commands text =
        Commands.run(
            ENGINE,
            "explain",
            posting.get("id").asText(),
            "--company",
            company.id(),
            "--field",
            "LineItems[1]");
    assertThat(text.code()).isZero();
    assertThat(text.out())
        .startsWith("LineItems[1].Description = ")
        .contains("  perk/expense-lines.jsonata:15:10\n  lines[1].category ")
        .contains("; $account(")
        .doesNotContain("LineItems[0]");
    Commands annotated =
        Commands.run(
            ENGINE,
            "explain",
            posting.get("id").asText(),
            "--company",
            company.id(),
            "--format",
            "annotated");
    assertThat(annotated.out())
        .contains("perk/card-expense.jsonata\n   1  /* A card expense")
        .contains(
            "  15          \"AccountCode\": $account($line.category),\n"
                + "      ^ LineItems[0].AccountCode = ");

    // The mapping is another one now: what was posted stays, and that is said.
    ENGINE.editMapping(
        "perk/card-expense", "\"Date\": $openDate(date)", "\"Date\": \"2026-01-05\"");
    try {
      org.awaitility.Awaitility.await()
          .untilAsserted(
              () -> {
                JsonNode now =
                    ENGINE.api.get(
                        "/companies/"
                            + company.id()
                            + "/postings/"
                            + posting.get("id").asText()
                            + "/explain");
                assertThat(now.get("asInLedger").asBoolean()).isFalse();
                assertThat(field(now, "Date").get("value").asText()).isEqualTo("2026-01-05");
              });
    } finally {
      ENGINE.mendMapping("perk/card-expense");
    }
  }

  @Test
  void each_problem_of_an_event_names_the_call_that_found_it() throws Exception {
    Company company = ENGINE.company();
    String event =
        company
            .expenses(152)
            .cards(1, 1)
            .get(0)
            .value()
            .replaceAll("\"email\":\"[^\"]+\"", "\"email\":\"nobody@nowhere.example\"");
    Path file = Files.writeString(folder.resolve("event.json"), event);

    Commands json =
        Commands.run(
            ENGINE,
            "explain",
            file.toString(),
            "--company",
            company.id(),
            "--source",
            "perk",
            "--format",
            "json");
    JsonNode why = new ObjectMapper().readTree(json.out()).at("/problems/0");
    assertThat(why.at("/problem/code").asText()).isEqualTo("CONTACT_NOT_FOUND");
    assertThat(why.at("/origin/at/mapping").asText()).isEqualTo("perk/card-expense");
    assertThat(why.at("/origin/reads/0/path").asText()).isEqualTo("employee.email");
    assertThat(why.at("/origin/calls/0/looked/0/found").asBoolean()).isFalse();

    Commands preview =
        Commands.run(
            ENGINE, "preview", file.toString(), "--company", company.id(), "--source", "perk");
    assertThat(preview.code()).isEqualTo(1);
    assertThat(preview.out()).contains("HELD\n  employee.email: CONTACT_NOT_FOUND, ", "For ADMIN:");
    assertThat(Commands.run(ENGINE, "preview", file.toString(), "--company", company.id()).code())
        .isEqualTo(2);
    Commands unknown =
        Commands.run(ENGINE, "preview", file.toString(), "--company", "nobody", "--source", "perk");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err()).contains("nobody");
  }

  private static JsonNode field(JsonNode explained, String path) {
    return StreamSupport.stream(explained.get("fields").spliterator(), false)
        .filter(each -> each.get("path").asText().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " in " + explained));
  }
}
