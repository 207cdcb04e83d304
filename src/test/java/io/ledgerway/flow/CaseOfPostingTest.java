package io.ledgerway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerway.demo.Sample;
import io.ledgerway.flow.Engine.Company;
import io.ledgerway.workbench.Workbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A document of the ledger becomes a golden case that runs without the engine. */
class CaseOfPostingTest {

  private static final Engine ENGINE = Engine.shared();

  @TempDir Path folder;

  @Test
  void posted_and_held_documents_become_cases_without_people_that_pass_on_their_own()
      throws Exception {
    Company company = ENGINE.company();
    List<Sample> samples = new ArrayList<>(company.expenses(171).good(12));
    Sample good = samples.get(11);
    samples.set(
        11,
        new Sample(
            good.id(),
            good.key(),
            good.value()
                .replaceAll("\"category\":\"[^\"]+\"", "\"category\":\"no-such\"")
                .replaceAll("\"email\":\"[^\"]+\"", "\"email\":\"Jane.Doe@nowhere.example\""),
            good.fate(),
            good.why()));
    ENGINE.send(samples);
    ENGINE.awaitSummary(company, Map.of("POSTED", 11L, "HELD", 1L));
    FileSystemUtils.copyRecursively(Path.of("mappings"), folder);

    int number = 0;
    for (String state : List.of("POSTED", "HELD")) {
      for (var posting : ENGINE.api.postings(company.id(), state)) {
        String name = "from-life-" + ++number;
        Commands added =
            Commands.run(
                ENGINE,
                List.of("case", "add"),
                posting.get("id").asText(),
                "--company",
                company.id(),
                "--name",
                name,
                "--mappings",
                folder.toString());
        assertThat(added.out() + added.err()).contains(name + ".in.json", name + ".books.yaml");
        assertThat(added.code()).as(added.out() + added.err()).isZero();
        String event =
            Files.readString(
                folder.resolve("perk/" + posting.get("kind").asText() + "/" + name + ".in.json"));
        String books =
            Files.readString(
                folder.resolve(
                    "perk/" + posting.get("kind").asText() + "/" + name + ".books.yaml"));
        assertThat((event + books).toLowerCase())
            .contains("person-1@case.example")
            .doesNotContain(posting.get("employee").asText().toLowerCase());
        assertThat(event).doesNotContain(posting.get("merchant").asText() + " ");
      }
    }
    StringWriter out = new StringWriter();
    int code =
        Workbench.execute(
            new PrintWriter(out), new PrintWriter(out), "test", "--mappings", folder.toString());
    assertThat(out.toString()).endsWith(" cases, 0 wrong.\n");
    assertThat(code).isZero();
    StringWriter said = new StringWriter();
    assertThat(
            Workbench.execute(
                new PrintWriter(said),
                new PrintWriter(said),
                "validate",
                "--mappings",
                folder.toString()))
        .as(said.toString())
        .isZero();
  }
}
