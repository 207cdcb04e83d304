package io.ledgerway.routemap;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/** A running route with its steps. */
@Schema(name = "Route")
public record MappedRoute(
    @Schema(example = "export-batch") String id,
    String description,
    @Schema(description = "What it begins with, without options that may be secret.") String from,
    @Schema(description = "The route configuration that says how it fails.") String configuration,
    @Schema(description = "The template that it was made of.") String template,
    @Schema(description = "Started, Stopped, Suspended, …") String status,
    String file,
    Integer line,
    @Schema(
            description =
                "Exchanges: those that came to its first step. Failures: of all its steps.")
        Counts counts,
    List<MappedStep> steps) {

  /** Whether it takes in work. */
  public boolean isStarted() {
    return "Started".equals(status);
  }

  /** All its steps, also those within others. */
  public Stream<MappedStep> all() {
    return steps.stream().flatMap(MappedStep::all);
  }

  /**
   * Those that do this.
   *
   * @param what the label without its options; one that ends with {@code *} stands for all that
   *     begin so
   */
  public List<MappedStep> doing(String what) {
    return all().filter(step -> does(step, what)).toList();
  }

  private static boolean does(MappedStep step, String what) {
    int options = step.label().indexOf('?');
    String label = options < 0 ? step.label() : step.label().substring(0, options);
    return what.endsWith("*")
        ? label.startsWith(what.substring(0, what.length() - 1))
        : label.equals(what);
  }
}
