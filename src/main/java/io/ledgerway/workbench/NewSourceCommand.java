package io.ledgerway.workbench;

import io.ledgerway.golden.GoldenCase;
import io.ledgerway.golden.GoldenCases;
import io.ledgerway.golden.GoldenCases.Outcome;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledgerway new-source}. */
@Command(
    name = "new-source",
    mixinStandardHelpOptions = true,
    description =
        "Writes a source to begin with: events of a topic that become bills, with a case each."
            + " Nothing that is there is touched.",
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {"0:written", "2:wrong options, or it is there", "3:could not be done"})
final class NewSourceCommand implements Callable<Integer> {

  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  @Mixin private Folders folders;

  @Parameters(paramLabel = "<source>", description = "Its name, such as acorn.")
  private String source;

  @Option(
      names = "--kind",
      paramLabel = "<kind>",
      defaultValue = "charge",
      description = "What its documents are, such as ${DEFAULT-VALUE}.")
  private String kind;

  @Option(names = "--title", paramLabel = "<title>", description = "Its name for people.")
  private String title;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    require(source);
    require(kind);
    if (title == null) {
      title = source.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + source.substring(1);
    } else if (!title.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .&-]{0,60}")) {
      throw new ParameterException(
          spec.commandLine(), "A title has letters, digits, blanks, '.', '&' and '-'.");
    }
    Path routes = folders.routes.resolve(source);
    Path mappings = folders.mappings.resolve(source);
    if (Files.exists(routes) || Files.exists(mappings)) {
      throw new ParameterException(
          spec.commandLine(), "There is a source '" + source + "' already, or a folder of it.");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Map.Entry<Path, String> file : files(routes, mappings).entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), text(file.getValue()));
      out.println(file.getKey());
    }
    GoldenCases runs =
        new GoldenCases(folders.mappings, new Sources(folders.routes, folders.mappings));
    for (String of : List.of("ledger-entry", kind)) {
      Outcome outcome = runs.run(new GoldenCase(folders.mappings, source + "/" + of + "/one"));
      Files.writeString(outcome.file(), outcome.made());
      out.println(outcome.file());
    }
    out.println(
        "Change what it is to be; bin/ledgerway validate and test say whether it is right.");
    out.flush();
    return 0;
  }

  private Map<Path, String> files(Path routes, Path mappings) {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(routes.resolve("source.yaml"), "source.yaml");
    files.put(routes.resolve(kind + ".schema.json"), "event.schema.json");
    files.put(routes.resolve(kind + "s-in.camel.yaml"), "events-in.camel.yaml");
    files.put(mappings.resolve("ledger-entry.jsonata"), "ledger-entry.jsonata");
    files.put(mappings.resolve("ledger-entry/one.in.json"), "case.in.json");
    files.put(mappings.resolve(kind + ".jsonata"), "document.jsonata");
    files.put(mappings.resolve(kind + "/one.in.json"), "case.in.json");
    files.put(mappings.resolve(kind + "/one.books.yaml"), "case.books.yaml");
    return files;
  }

  private String text(String template) throws IOException {
    try (InputStream in = NewSourceCommand.class.getResourceAsStream("/new-source/" + template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@source@", source)
          .replace("@title@", title)
          .replace("@kind@", kind);
    }
  }

  private void require(String name) {
    if (!name.matches(NAME)) {
      throw new ParameterException(
          spec.commandLine(), "'" + name + "' is no name: a-z, 0-9 and hyphens do.");
    }
  }
}
