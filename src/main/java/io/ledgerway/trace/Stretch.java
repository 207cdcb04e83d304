package io.ledgerway.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import org.apache.camel.Exchange;

/**
 * A part of a trace, from where it was begun to its end; what is never ended is never seen. What it
 * says are ids, codes and counts: nothing that a document or a person says. While traces are off
 * there is {@link #NONE}, which takes everything and does nothing. Thread-safe.
 */
public final class Stretch {

  public static final Stretch NONE = new Stretch(null, Span.getInvalid());

  /** Exchange variable: the id of the trace that its steps are about, for the log. */
  public static final String TRACE = "trace";

  private static final String PROPERTY = "ledgerway.stretch";

  private final Tracer tracer;
  private final Span span;

  Stretch(Tracer tracer, Span span) {
    this.tracer = tracer;
    this.span = span;
  }

  /** What the exchange's steps are part of. */
  public static Stretch of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, NONE, Stretch.class);
  }

  public void putOn(Exchange exchange) {
    if (this != NONE) {
      exchange.setProperty(PROPERTY, this);
      exchange.setVariable(TRACE, span.getSpanContext().getTraceId());
    }
  }

  /** What follows on the exchange is no part of it; it goes on. */
  public static void leave(Exchange exchange) {
    if (exchange.removeProperty(PROPERTY) != null) {
      exchange.removeVariable(TRACE);
    }
  }

  /** Ends what the exchange's steps are part of. */
  public static void end(Exchange exchange) {
    of(exchange).end();
    leave(exchange);
  }

  /** A call to somebody else, as a part of this one. */
  public Stretch call(String name) {
    return tracer == null
        ? NONE
        : new Stretch(
            tracer,
            tracer
                .spanBuilder(name)
                .setSpanKind(SpanKind.CLIENT)
                .setParent(context().under())
                .startSpan());
  }

  public Stretch with(String key, String value) {
    if (value != null) {
      span.setAttribute(key, value);
    }
    return this;
  }

  public Stretch with(String key, long value) {
    span.setAttribute(key, value);
    return this;
  }

  /**
   * @param code says why; null is none
   */
  public Stretch failed(String code) {
    span.setStatus(StatusCode.ERROR);
    return with("error.type", code);
  }

  public void end() {
    span.end();
  }

  /** Where it is; null when there is none. */
  public TraceContext context() {
    return TraceContext.of(span.getSpanContext());
  }
}
