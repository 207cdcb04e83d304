package io.ledgerway.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a command asks about: a posting by its id, or an event in a file. */
final class Subject {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "<posting or file>",
      description = "The id of a posting, or a file that holds an event as JSON; - for the input.")
  private String subject;

  @Option(
      names = "--company",
      paramLabel = "<id>",
      required = true,
      description = "Of which company.")
  private String company;

  @Option(
      names = "--source",
      paramLabel = "<name>",
      description = "The source that an event comes from.")
  private String source;

  @Option(
      names = "--record",
      paramLabel = "<route>",
      description = "The route of one record, where the source has more than one.")
  private String record;

  /**
   * @param what the engine is asked, such as {@code preview}
   */
  JsonNode ask(RunningEngine engine, String what) throws IOException {
    String ours = "/companies/" + RunningEngine.encoded(company);
    if (isId()) {
      return engine.get(ours + "/postings/" + subject + "/" + what);
    }
    if (source == null) {
      throw new ParameterException(
          spec.commandLine(), "An event needs --source, the name of the source it comes from.");
    }
    byte[] event =
        subject.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(subject));
    return engine.post(
        ours
            + "/sources/"
            + RunningEngine.encoded(source)
            + "/"
            + what
            + (record == null ? "" : "?record=" + RunningEngine.encoded(record)),
        event);
  }

  private boolean isId() {
    try {
      return UUID.fromString(subject).toString().equalsIgnoreCase(subject);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
