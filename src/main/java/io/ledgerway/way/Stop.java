package io.ledgerway.way;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Something that happened to a document, and the routes in which it did. */
@Schema(name = "PostingWayStop")
public record Stop(
    Instant at,
    @Schema(description = "What happened.") String what,
    @Schema(description = "The state that it came into; none where that stayed.") String state,
    @Schema(
            description =
                "Whether it went through all of these routes. Otherwise the ledger does not say"
                    + " which of them it was, or whether somebody asked for it.")
        boolean certain,
    @Schema(description = "In their order; none where no route had to do with it.")
        List<Passed> through) {

  /**
   * A route that it went through.
   *
   * @param steps those of which that is known
   */
  @Schema(name = "PostingWayRoute")
  public record Passed(
      @Schema(example = "export-batch") String route,
      @Schema(description = "The steps of which it is known.") List<String> steps) {}
}
