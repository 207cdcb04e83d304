package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerway.preview.RecordedReplay;
import io.ledgerway.source.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ledgerway replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Says what the mappings of a folder would make otherwise of the events that came last;"
            + " nothing is posted or put in force.",
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {
      "0:nothing would be otherwise",
      "1:something would",
      "2:wrong options",
      "3:could not be done"
    })
final class ReplayCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String ENDING = ".jsonata";

  @Mixin private RunningEngine engine;

  @Mixin private Folders folders;

  @Option(
      names = "--company",
      paramLabel = "<id>",
      description = "Whose events; those of all companies unless told.")
  private String company;

  @Option(
      names = "--last",
      paramLabel = "<number>",
      defaultValue = "1000",
      description = "How many of the last events, at most 10000; ${DEFAULT-VALUE} unless told.")
  private int last;

  @Option(
      names = "--events",
      paramLabel = "<file or folder>",
      description =
          "Instead of asking an engine: recorded events, a file each or a line each, by the books"
              + " of cases. Needs --before and --source.")
  private Path events;

  @Option(
      names = "--before",
      paramLabel = "<folder>",
      description = "Mappings as they were, to compare with.")
  private Path before;

  @Option(
      names = "--source",
      paramLabel = "<name>",
      description = "The source that recorded events come from.")
  private String source;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told.")
  private PreviewCommand.Shown format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    JsonNode replayed = events == null ? ofEngine() : ofFiles();
    PrintWriter out = spec.commandLine().getOut();
    if (format == PreviewCommand.Shown.JSON) {
      out.println(replayed.toPrettyString());
    } else {
      tell(replayed, out);
    }
    out.flush();
    return replayed.get("events").asInt() == replayed.get("same").asInt() ? 0 : Workbench.WRONG;
  }

  private JsonNode ofEngine() throws IOException {
    ObjectNode asked = JSON.createObjectNode();
    if (company != null) {
      asked.put("company", company);
    }
    asked.put("last", last);
    ObjectNode texts = asked.putObject("mappings");
    for (JsonNode source : engine.get("/sources")) {
      for (Path file : files(folders.mappings.resolve(source.get("source").asText()))) {
        String name = folders.mappings.relativize(file).toString().replace('\\', '/');
        texts.put(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
      }
    }
    return engine.post("/mappings/replay", JSON.writeValueAsBytes(asked));
  }

  private JsonNode ofFiles() throws IOException {
    if (before == null || source == null) {
      throw new ParameterException(
          spec.commandLine(), "Recorded events need --before, the former mappings, and --source.");
    }
    return JSON.valueToTree(
        new RecordedReplay(
                source, new Sources(folders.routes, folders.mappings), before, folders.mappings)
            .run(RecordedEvents.read(events)));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
  }

  private static String named(JsonNode document) {
    String known = document.path("kind").asText("event") + " " + document.get("sourceId").asText();
    return document.hasNonNull("posting")
        ? "%s of %s, %s (%s)"
            .formatted(
                known,
                document.get("company").asText(),
                document.get("posting").asText(),
                document.get("state").asText())
        : known;
  }

  private static void tell(JsonNode replayed, PrintWriter out) {
    for (JsonNode document : replayed.get("documents")) {
      out.println(named(document) + ": " + document.get("change").asText());
      document.get("problems").forEach(problem -> out.println("  " + problem.asText()));
      document
          .get("fields")
          .forEach(
              field ->
                  out.printf(
                      "  %s: now %s, then %s%n",
                      field.get("path").asText(),
                      Told.value(field.path("before")),
                      Told.value(field.path("after"))));
    }
    int otherwise = replayed.get("events").asInt() - replayed.get("same").asInt();
    if (otherwise > replayed.get("documents").size()) {
      out.println("… and " + (otherwise - replayed.get("documents").size()) + " more.");
    }
    if (replayed.get("stopped").asBoolean()) {
      out.println("Time was up before all were run.");
    }
    out.printf(
        "%s events: %s different, %s would be held, %s released, %s held for other reasons, %s the"
            + " same.%n",
        replayed.get("events").asText(),
        replayed.get("different").asText(),
        replayed.get("held").asText(),
        replayed.get("released").asText(),
        replayed.get("otherwiseHeld").asText(),
        replayed.get("same").asText());
  }
}
