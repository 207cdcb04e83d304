package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ledgerway.document.FieldDifferences;
import io.ledgerway.golden.GoldenCase;
import io.ledgerway.golden.GoldenCases;
import io.ledgerway.golden.GoldenCases.Outcome;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledgerway test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs golden cases and says field by field what came out otherwise.",
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {
      "0:all came out as they should",
      "1:some did not",
      "2:wrong options",
      "3:could not be done"
    })
final class TestCommand implements Callable<Integer> {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  @Mixin private Folders folders;

  @Parameters(
      paramLabel = "<case>",
      description = "Only these: names of cases, or how they begin, such as acorn/charge.")
  private List<String> wanted = List.of();

  @Option(
      names = "--write",
      description = "Writes what comes out of cases that say nothing yet. Read it, then keep it.")
  private boolean write;

  @Spec private CommandSpec spec;
  private int wrong;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<GoldenCase> cases =
        GoldenCases.under(folders.mappings).stream().filter(this::isWanted).toList();
    if (cases.isEmpty()) {
      out.println("There is no such case below " + folders.mappings + ".");
      out.flush();
      return Workbench.WRONG;
    }
    GoldenCases runs =
        new GoldenCases(folders.mappings, new Sources(folders.routes, folders.mappings));
    for (GoldenCase each : cases) {
      run(runs, each, out);
    }
    out.println(cases.size() + " cases, " + wrong + " wrong.");
    out.flush();
    return wrong == 0 ? 0 : Workbench.WRONG;
  }

  private boolean isWanted(GoldenCase each) {
    return wanted.isEmpty() || wanted.stream().anyMatch(each.name()::startsWith);
  }

  private void run(GoldenCases runs, GoldenCase each, PrintWriter out) throws IOException {
    try {
      Outcome outcome = runs.run(each);
      if (outcome.isAsExpected()) {
        return;
      }
      boolean isNew = !Files.exists(each.output()) && !Files.exists(each.problems());
      if (write && isNew) {
        Files.writeString(outcome.file(), outcome.made());
        out.println(each.name() + ": wrote " + outcome.file() + "; read it before you keep it");
        return;
      }
      tell(outcome, isNew, out);
    } catch (LedgerwayException e) {
      out.println(each.name() + ": " + e.plainMessage());
    }
    wrong++;
  }

  private static void tell(Outcome outcome, boolean isNew, PrintWriter out) throws IOException {
    out.println(outcome.of().name());
    if (isNew) {
      out.println("  nothing says what must come of it; --write writes " + outcome.file());
    } else if (outcome.expected() == null) {
      out.println("  expected the other: there came " + outcome.made().strip());
    } else {
      List<String> differences = differences(outcome);
      differences.forEach(line -> out.println("  " + line));
      if (differences.isEmpty()) {
        out.println(
            "  " + outcome.file() + " says the same otherwise written: order or blanks differ");
      }
    }
  }

  private static List<String> differences(Outcome outcome) throws IOException {
    JsonNode expected = JSON.readTree(outcome.expected());
    return FieldDifferences.between(expected, JSON.readTree(outcome.made())).stream()
        .map(
            each ->
                "%s: expected %s, made %s"
                    .formatted(
                        each.path().isEmpty() ? "the whole" : each.path(),
                        Told.value(each.one()),
                        Told.value(each.other())))
        .toList();
  }
}
