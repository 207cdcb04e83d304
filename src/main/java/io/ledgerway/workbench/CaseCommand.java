package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ledgerway.golden.GoldenCase;
import io.ledgerway.golden.GoldenCases;
import io.ledgerway.golden.GoldenCases.Outcome;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledgerway case}. */
@Command(name = "case", mixinStandardHelpOptions = true, description = "Golden cases from life.")
final class CaseCommand {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec private CommandSpec spec;

  /** {@code ledgerway case add}. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description =
          "Writes a case of a posting of a running engine: its event with others in the place of"
              + " people, the books it needs, and what must come of it.",
      exitCodeListHeading = "%nEnds with:%n",
      exitCodeList = {
        "0:written, and the folder's mapping makes of it what the engine's does",
        "1:written, and it makes something else",
        "2:wrong options",
        "3:could not be done"
      })
  int add(
      @Mixin RunningEngine engine,
      @Mixin Folders folders,
      @Parameters(paramLabel = "<posting>", description = "The id of the posting.") UUID posting,
      @Option(
              names = "--company",
              paramLabel = "<id>",
              required = true,
              description = "Whose posting it is.")
          String company,
      @Option(
              names = "--name",
              paramLabel = "<name>",
              required = true,
              description = "Of the case: lower-case letters, digits and hyphens.")
          String name)
      throws IOException {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new ParameterException(
          spec.commandLine(), "'" + name + "' cannot name a case: a-z, 0-9 and hyphens do.");
    }
    JsonNode made =
        engine.get(
            "/companies/" + RunningEngine.encoded(company) + "/postings/" + posting + "/case");
    GoldenCase one = new GoldenCase(folders.mappings, made.get("mapping").asText() + "/" + name);
    if (Files.exists(one.input())) {
      throw new ParameterException(
          spec.commandLine(), one.input() + " is there already; give another --name.");
    }
    Files.createDirectories(one.input().getParent());
    Files.writeString(one.input(), made.get("event").toPrettyString() + "\n");
    Files.writeString(one.books(), yaml(made.get("books")));
    Path expected = made.hasNonNull("document") ? one.output() : one.problems();
    Files.writeString(
        expected, made.path(made.hasNonNull("document") ? "document" : "problems").asText());
    PrintWriter out = spec.commandLine().getOut();
    out.println(one.input());
    out.println(one.books());
    out.println(expected);
    Outcome outcome =
        new GoldenCases(folders.mappings, new Sources(folders.routes, folders.mappings)).run(one);
    if (!outcome.isAsExpected()) {
      out.println("The folder's mapping makes something else of it than the engine's.");
    }
    out.println("Read them before you keep them: free text was replaced, single words were not.");
    out.flush();
    return outcome.isAsExpected() ? 0 : Workbench.WRONG;
  }

  private static String yaml(JsonNode books) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(JSON.convertValue(books, Map.class));
  }
}
