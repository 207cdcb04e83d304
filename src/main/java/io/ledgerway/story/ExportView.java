package io.ledgerway.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An export: what somebody asked for, or a schedule, and what became of it. */
@Schema(name = "Export")
public record ExportView(
    UUID id,
    @Schema(description = "Missing: of several sources.") String source,
    @Schema(description = "SCHEDULE or REQUEST") String occasion,
    @Schema(description = "ALL, SELECTION or FILTER") String what,
    @Schema(type = "object", description = "What its documents had in common.") JsonNode filter,
    @Schema(description = "Who asked, or whom its schedule runs as.") String askedBy,
    @Schema(description = "Of a schedule: when its time had come.") Instant dueAt,
    Instant begunAt,
    @Schema(description = "RUNNING while anything of it is on its way, else DONE.") String state,
    @Schema(
            description =
                "When nothing of it was on its way any more for the first time. What was held"
                    + " goes out when it is mended.")
        Instant endedAt,
    @Schema(description = "How many it began with.") long documents,
    @Schema(description = "How those stand now, by state.") Map<String, Long> states,
    @Schema(
            description =
                "How many it no longer has: their exports were switched off before they were sent,"
                    + " or their source has said something newer since, which another export"
                    + " sends.")
        long left,
    @Schema(description = "Its documents; only when a single export is asked for.")
        Page<PostingView> results) {

  private static final Set<String> ON_ITS_WAY = Set.of("RECEIVED", "READY", "SENDING", "UNCERTAIN");

  static String stateOf(Instant ended, Map<String, Long> states) {
    return ended == null || states.keySet().stream().anyMatch(ON_ITS_WAY::contains)
        ? "RUNNING"
        : "DONE";
  }

  /** The same with a page of its documents. */
  public ExportView with(Page<PostingView> page) {
    return new ExportView(
        id, source, occasion, what, filter, askedBy, dueAt, begunAt, state, endedAt, documents,
        states, left, page);
  }
}
