package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledgerway explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says of each field of a Xero document, and of each problem, which line of which mapping"
            + " made it, of which values and records.",
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {"0:done", "1:there is no such field", "2:wrong options", "3:could not be done"})
final class ExplainCommand implements Callable<Integer> {

  @Mixin private RunningEngine engine;
  @Mixin private Subject subject;

  @Option(
      names = "--field",
      paramLabel = "<path>",
      description = "Only this field and those below it, such as LineItems[0].AccountCode.")
  private String field;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told. ANNOTATED shows the mappings"
              + " with what came of each line.")
  private Shown format;

  @Spec private CommandSpec spec;

  enum Shown {
    TEXT,
    JSON,
    ANNOTATED
  }

  @Override
  public Integer call() throws IOException {
    JsonNode explained = subject.ask(engine, "explain");
    List<JsonNode> fields = new ArrayList<>();
    explained
        .path("fields")
        .forEach(
            each -> {
              if (isWanted(each.get("path").asText())) {
                fields.add(each);
              }
            });
    PrintWriter out = spec.commandLine().getOut();
    if (format == Shown.JSON) {
      out.println(explained.toPrettyString());
    } else {
      tell(explained, fields, out);
    }
    out.flush();
    return field != null && fields.isEmpty() ? Workbench.WRONG : 0;
  }

  private boolean isWanted(String path) {
    return field == null
        || path.equals(field)
        || path.startsWith(field + ".")
        || path.startsWith(field + "[");
  }

  private void tell(JsonNode explained, List<JsonNode> fields, PrintWriter out) {
    if (explained.hasNonNull("refused")) {
      out.println("It would be a dead letter: " + Told.problem(explained.get("refused")));
    }
    if (explained.path("asInLedger").isBoolean() && !explained.get("asInLedger").asBoolean()) {
      out.println("The ledger holds another document: mappings or books were others then.");
    }
    if (format == Shown.ANNOTATED) {
      annotate(explained, fields, out);
    } else {
      fields.forEach(each -> field(each, out));
    }
    explained.path("problems").forEach(each -> problem(each, out));
    if (explained.path("more").asBoolean()) {
      out.println("There is more than is listed.");
    }
  }

  private static void field(JsonNode field, PrintWriter out) {
    out.printf("%s = %s%n", field.get("path").asText(), field.path("value"));
    out.println("  " + Told.place(field.at("/origin/at")));
    String origin = Told.origin(field.path("origin"));
    if (!origin.isEmpty()) {
      out.println("  " + origin);
    }
  }

  private static void problem(JsonNode why, PrintWriter out) {
    out.println("Problem " + Told.problem(why.get("problem")));
    if (why.hasNonNull("origin")) {
      out.println("  " + Told.place(why.at("/origin/at")));
      out.println("  " + Told.origin(why.get("origin")));
    }
    if (!why.path("fields").isEmpty()) {
      List<String> fields = new ArrayList<>();
      why.get("fields").forEach(each -> fields.add(each.asText()));
      out.println("  seen in " + String.join(", ", fields));
    }
  }

  /** Each mapping with what came of its lines below them. */
  private static void annotate(JsonNode explained, List<JsonNode> fields, PrintWriter out) {
    for (Map.Entry<String, JsonNode> mapping : explained.path("mappings").properties()) {
      out.println(mapping.getKey() + ".jsonata");
      String[] lines = mapping.getValue().asText().split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        out.printf("%4d  %s%n", i + 1, lines[i]);
        for (JsonNode each : fields) {
          JsonNode at = each.at("/origin/at");
          if (at.path("line").asInt() == i + 1
              && at.path("mapping").asText().equals(mapping.getKey())) {
            String origin = Told.origin(each.get("origin"));
            out.printf(
                "      ^ %s = %s%s%n",
                each.get("path").asText(),
                each.path("value"),
                origin.isEmpty() ? "" : " of " + origin);
          }
        }
      }
    }
  }
}
