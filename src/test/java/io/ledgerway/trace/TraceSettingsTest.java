package io.ledgerway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerway.problem.LedgerwayException;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be set of traces. */
class TraceSettingsTest {

  @Test
  void off_is_off_and_a_collector_is_named_by_its_address() {
    assertThat(Collector.named("off")).isNull();
    assertThat(Collector.named(" ")).isNull();
    assertThat(Collector.named("http://collector:4318").address())
        .isEqualTo(URI.create("http://collector:4318/v1/traces"));
    assertThat(Collector.named("https://collector/"))
        .isEqualTo(Collector.named("https://collector"));
    assertThat(Collector.named("https://traces.example/a/v1/traces").address())
        .isEqualTo(URI.create("https://traces.example/a/v1/traces"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on",
        "true",
        "collector:4318",
        "grpc://collector:4317",
        "http://",
        "http://a b",
        "https://me:secret@collector"
      })
  void what_is_no_address_is_refused_at_the_start_and_not_repeated(String wrong) {
    assertThatThrownBy(() -> Collector.named(wrong))
        .isInstanceOf(LedgerwayException.class)
        .hasMessageContaining("ledgerway.traces is neither")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-0.1", "1.01", "NaN", "10%"})
  void what_is_no_share_is_refused_at_the_start(String wrong) {
    assertThatThrownBy(() -> Share.of(wrong))
        .isInstanceOf(LedgerwayException.class)
        .hasMessageContaining("no number from 0 to 1");
  }

  @Test
  void of_the_traces_that_begin_here_a_share_is_kept() {
    assertThat(kept("0")).isZero();
    assertThat(kept("1")).isEqualTo(10_000);
    assertThat(kept("0.1")).isBetween(850L, 1_150L);
  }

  private static long kept(String ratio) {
    Share share = Share.of(ratio);
    return IntStream.range(0, 10_000)
        .filter(
            any ->
                share
                        .shouldSample(
                            Context.root(),
                            IdGenerator.random().generateTraceId(),
                            "intake",
                            SpanKind.CONSUMER,
                            Attributes.empty(),
                            List.of())
                        .getDecision()
                    == SamplingDecision.RECORD_AND_SAMPLE)
        .count();
  }
}
