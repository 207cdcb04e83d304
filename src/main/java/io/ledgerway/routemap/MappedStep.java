package io.ledgerway.routemap;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A step of a running route.
 *
 * @param steps those within it: of a choice its branches, of a branch or a loop what it does
 */
@Schema(name = "RouteStep")
public record MappedStep(
    @Schema(
            description =
                "Its own id, or what it does, numbered where the route does that more than once.",
            example = "posting:take-time")
        String id,
    @Schema(description = "What kind of step, as in route files.", example = "to") String kind,
    @Schema(description = "What it does, without options that may be secret.") String label,
    String description,
    String file,
    Integer line,
    @Schema(description = "Of a branch those of its first step; none of one without steps.")
        Counts counts,
    List<MappedStep> steps) {

  private static final Set<String> BRANCHES =
      Set.of(
          "when", "otherwise", "doCatch", "doFinally", "onException", "onFallback", "onCompletion");

  /** Whether it is one of several ways, of which an exchange goes one. */
  public boolean isBranch() {
    return isBranch(kind);
  }

  static boolean isBranch(String kind) {
    return BRANCHES.contains(kind);
  }

  /** This one and all within it. */
  public Stream<MappedStep> all() {
    return Stream.concat(Stream.of(this), steps.stream().flatMap(MappedStep::all));
  }
}
