package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledgerway preview}. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    description =
        "Shows what a running engine would make of an event or a posting, and stores nothing.",
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {
      "0:nothing stands in its way",
      "1:it would be held or refused",
      "2:wrong options",
      "3:could not be done"
    })
final class PreviewCommand implements Callable<Integer> {

  @Mixin private RunningEngine engine;
  @Mixin private Subject subject;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told.")
  private Shown format;

  @Spec private CommandSpec spec;

  enum Shown {
    TEXT,
    JSON
  }

  @Override
  public Integer call() throws IOException {
    JsonNode preview = subject.ask(engine, "preview");
    PrintWriter out = spec.commandLine().getOut();
    if (format == Shown.JSON) {
      out.println(preview.toPrettyString());
    } else {
      tell(preview, out);
    }
    out.flush();
    return preview.hasNonNull("refused") || !preview.path("problems").isEmpty()
        ? Workbench.WRONG
        : 0;
  }

  private static void tell(JsonNode preview, PrintWriter out) {
    JsonNode refused = preview.path("refused");
    if (!refused.isMissingNode()) {
      out.println("It would be a dead letter: " + Told.problem(refused));
      return;
    }
    JsonNode entry = preview.get("entry");
    out.printf(
        "%s of %s, version %s, as %s: %s%n",
        entry.path("kind").asText(),
        entry.path("sourceId").asText(),
        entry.path("version").asText(),
        entry.path("resource").asText(),
        entry.path("state").asText());
    if (entry.hasNonNull("outcome") && !entry.get("outcome").asText().equals("STORED")) {
      out.println(
          "It would not be entered: "
              + entry.get("outcome").asText()
              + (entry.hasNonNull("posting") ? ", see " + entry.get("posting").asText() : ""));
    }
    preview.path("problems").forEach(problem -> out.println("  " + Told.problem(problem)));
    JsonNode call = preview.path("call");
    if (!call.isMissingNode()) {
      out.printf(
          "%s %s, together with %s that wait, at most %s and %s bytes (it has %s)%n",
          call.get("method").asText(),
          call.get("path").asText(),
          call.get("waiting").asText(),
          call.get("mostDocuments").asText(),
          call.get("mostBytes").asText(),
          call.get("bytes").asText());
      if (!call.get("released").asBoolean()) {
        out.println("It waits for an export: " + call.get("exports").asText());
      }
    }
    preview
        .path("knownLater")
        .forEach(
            later ->
                out.printf(
                    "%s stands for %s, known %s%n",
                    later.get("text").asText(),
                    later.get("what").asText(),
                    later.get("when").asText()));
    if (preview.hasNonNull("document")) {
      out.println(preview.get("document").toPrettyString());
    }
  }
}
