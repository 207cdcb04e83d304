package io.ledgerway.workbench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * The command {@code ledgerway} with its subcommands.
 *
 * <p>It ends with 0 when all is right, with 1 when something was found wrong, with 2 when it was
 * called wrongly, and with 3 when it could not do its work.
 */
@Command(
    name = "ledgerway",
    mixinStandardHelpOptions = true,
    version = "ledgerway",
    description = "For those who write routes and mappings.",
    subcommands = {
      ValidateCommand.class,
      TestCommand.class,
      PreviewCommand.class,
      ExplainCommand.class,
      ReplayCommand.class,
      CaseCommand.class,
      NewSourceCommand.class
    })
public final class Workbench {

  static final int WRONG = 1;
  static final int FAILED = 3;

  private static final Set<String> ASKING = Set.of("--help", "-h", "--version", "-V", "help");

  private Workbench() {}

  /** Whether a program's arguments name a command, and are not settings of the engine. */
  public static boolean isMeant(String... arguments) {
    return arguments.length > 0 && (ASKING.contains(arguments[0]) || !arguments[0].startsWith("-"));
  }

  /**
   * @return the code to end with
   */
  public static int run(String... arguments) {
    // What libraries say to engines is not for somebody who reads a list of mistakes.
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    return commandLine().execute(arguments);
  }

  /** The same in a program that has a log and an output of its own. */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  static CommandLine commandLine() {
    IExecutionExceptionHandler tell =
        (failure, line, parsed) -> {
          line.getErr().println("ledgerway " + line.getCommandName() + ": " + failure.getMessage());
          return FAILED;
        };
    return new CommandLine(new Workbench())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(tell);
  }
}
