package io.ledgerway.way;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** The way of one document through the routes that run now. */
@Schema(name = "PostingWay")
public record Way(
    UUID posting,
    @Schema(description = "The state that it is in.") String state,
    @Schema(description = "The routes that it certainly went through, in their order, each once.")
        List<String> routes,
    @Schema(description = "What happened to it, oldest first.") List<Stop> stops) {

  static Way of(Story story, List<Stop> stops) {
    return new Way(
        story.posting(),
        story.state(),
        stops.stream()
            .filter(Stop::certain)
            .flatMap(stop -> stop.through().stream())
            .map(Stop.Passed::route)
            .distinct()
            .toList(),
        stops);
  }
}
