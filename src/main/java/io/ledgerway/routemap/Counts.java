package io.ledgerway.routemap;

import io.swagger.v3.oas.annotations.media.Schema;

/** What went through a step or a route in this engine since it started. */
@Schema(name = "StepCounts")
public record Counts(
    @Schema(description = "What has come to it; each attempt by itself.") long exchanges,
    @Schema(description = "What failed in it. A failure counts once in each route it goes through.")
        long failures,
    @Schema(description = "What is in it now: where something stands still, it stands here.")
        long underWay,
    @Schema(description = "How long it took on average, in microseconds; none before the first.")
        Long meanMicros,
    LastFailure lastFailure) {

  static Counts of(
      long begun, long failed, long underWay, long ended, long nanos, LastFailure last) {
    return new Counts(
        begun, failed, Math.max(0, underWay), ended == 0 ? null : nanos / ended / 1000, last);
  }
}
