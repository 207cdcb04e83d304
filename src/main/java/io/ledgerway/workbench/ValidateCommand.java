package io.ledgerway.workbench;

import io.ledgerway.problem.Mistake;
import io.ledgerway.validation.Validation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledgerway validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Finds all that is wrong in routes, mappings, sources, schemas and cases.",
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {
      "0:nothing is wrong",
      "1:something is wrong",
      "2:wrong options",
      "3:could not be done"
    })
final class ValidateCommand implements Callable<Integer> {

  @Mixin private Folders folders;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless told.")
  private Format format;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Mistake> mistakes = Validation.of(folders.routes, folders.mappings);
    spec.commandLine().getOut().print(format.write(mistakes));
    spec.commandLine().getOut().flush();
    return mistakes.isEmpty() ? 0 : Workbench.WRONG;
  }
}
