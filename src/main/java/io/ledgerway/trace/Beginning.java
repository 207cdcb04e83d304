package io.ledgerway.trace;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;

/** Says where a {@link Stretch} belongs before it begins. For one thread. */
public final class Beginning {

  private final Tracer tracer;
  private final SpanBuilder span;

  /**
   * @param tracer null while traces are off
   */
  Beginning(Tracer tracer, SpanBuilder span) {
    this.tracer = tracer;
    this.span = span.setNoParent();
  }

  /**
   * As a part of what was begun before.
   *
   * @param context null begins a trace
   */
  public Beginning under(TraceContext context) {
    if (context != null) {
      span.setParent(context.under());
    }
    return this;
  }

  /**
   * Points to a place in another trace.
   *
   * @param context null is none
   */
  public Beginning linkedTo(TraceContext context) {
    if (context != null) {
      span.addLink(context.span());
    }
    return this;
  }

  public Beginning since(Instant begin) {
    span.setStartTimestamp(begin);
    return this;
  }

  /** It takes a record in. */
  public Beginning ofARecordIn() {
    span.setSpanKind(SpanKind.CONSUMER);
    return this;
  }

  /** It sends a record out. */
  public Beginning ofARecordOut() {
    span.setSpanKind(SpanKind.PRODUCER);
    return this;
  }

  public Stretch begin() {
    return tracer == null ? Stretch.NONE : new Stretch(tracer, span.startSpan());
  }
}
