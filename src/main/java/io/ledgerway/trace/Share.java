package io.ledgerway.trace;

import io.ledgerway.problem.LedgerwayException;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.math.BigDecimal;
import java.util.List;

/**
 * Which traces are kept: of those that begin here a share, told by their ids; of those that began
 * elsewhere the ones that are kept there; and what has to do with a document whose trace is kept.
 */
final class Share implements Sampler {

  private static final int LOW_HALF = 16;

  private final long below;

  private Share(BigDecimal ratio) {
    this.below = ratio.multiply(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
  }

  /**
   * @param ratio from 0 to 1
   * @throws LedgerwayException {@code SETTING_UNUSABLE}
   */
  static Share of(String ratio) {
    try {
      BigDecimal share = new BigDecimal(ratio.strip());
      if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
        return new Share(share);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new LedgerwayException(
        "SETTING_UNUSABLE",
        "ledgerway.traces-ratio is '" + ratio + "', which is no number from 0 to 1",
        "Correct it, or leave it out for 1. As an environment variable it is"
            + " LEDGERWAY_TRACES_RATIO.");
  }

  Sampler sampler() {
    return Sampler.parentBased(this);
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String trace,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    boolean kept =
        links.isEmpty()
            ? (Long.parseUnsignedLong(trace, LOW_HALF, 32, 16) & Long.MAX_VALUE) <= below
                && below > 0
            : links.stream().anyMatch(link -> link.getSpanContext().isSampled());
    return kept ? SamplingResult.recordAndSample() : SamplingResult.drop();
  }

  @Override
  public String getDescription() {
    return "Share";
  }
}
