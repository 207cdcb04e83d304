package io.ledgerway.routemap;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A step of one route leads to another route. What is computed while it runs leads nowhere here.
 */
@Schema(name = "RouteLink")
public record RouteLink(
    @Schema(description = "The route that has the step.") String route,
    @Schema(description = "The step's id.") String step,
    @Schema(description = "The route that it leads to.") String to,
    @Schema(
            description =
                "How: direct (it waits for it), wireTap (it does not), bell (it wakes it), or the"
                    + " scheme of what lies between, such as kafka.",
            example = "direct")
        String by) {

  /** Whether the same exchange goes on there, or what was handed over. */
  public boolean carries() {
    return !by.equals("bell");
  }
}
