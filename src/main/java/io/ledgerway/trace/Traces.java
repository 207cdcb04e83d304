package io.ledgerway.trace;

import io.ledgerway.instance.EngineInstance;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Begins what is seen of documents in traces, once {@code ledgerway.traces} names a collector. Its
 * spans go there in the background; a collector that is slow or away costs spans, and keeps nobody
 * waiting. Thread-safe.
 */
@Component
public class Traces implements DisposableBean {

  /** Some seconds of a thousand documents a second. */
  private static final int MOST_WAITING = 16_384;

  private static final int AT_ONCE = 1_024;

  private static final Tracer NOWHERE = TracerProvider.noop().get("");

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  @Autowired
  Traces(
      @Value("${ledgerway.traces}") String where,
      @Value("${ledgerway.traces-ratio}") String ratio,
      EngineInstance instance,
      Clock clock) {
    this(provider(Collector.named(where), Share.of(ratio), instance, clock));
  }

  private Traces(SdkTracerProvider provider) {
    this.provider = provider;
    this.tracer = provider == null ? null : provider.get("io.ledgerway");
  }

  /** Nobody is followed. */
  public static Traces off() {
    return new Traces(null);
  }

  private static SdkTracerProvider provider(
      Collector collector, Share share, EngineInstance instance, Clock clock) {
    if (collector == null) {
      return null;
    }
    return SdkTracerProvider.builder()
        .setClock(new SpanClock(clock))
        .setSampler(share.sampler())
        .setResource(
            Resource.create(
                Attributes.of(
                    AttributeKey.stringKey("service.name"),
                    "ledgerway",
                    AttributeKey.stringKey("service.instance.id"),
                    instance.id().toString())))
        .addSpanProcessor(
            BatchSpanProcessor.builder(new ToldExport(collector.exporter()))
                .setMaxQueueSize(MOST_WAITING)
                .setMaxExportBatchSize(AT_ONCE)
                .build())
        .build();
  }

  public boolean isOn() {
    return tracer != null;
  }

  /**
   * A part of a trace, or of a trace of its own.
   *
   * @param name of a few
   */
  public Beginning begin(String name) {
    return new Beginning(tracer, (isOn() ? tracer : NOWHERE).spanBuilder(name));
  }

  /** What waits is sent now. */
  @Override
  public void destroy() {
    if (provider != null) {
      provider.shutdown().join(2, TimeUnit.SECONDS);
    }
  }
}
