package io.ledgerway.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in a trace, as the W3C writes it. It is kept with a document, so that whoever works on it
 * later, in whichever engine, goes on in its trace. Immutable.
 */
public final class TraceContext {

  public static final String PARENT = "traceparent";
  public static final String STATE = "tracestate";

  /** Longer ones need not be passed on (W3C Trace Context, 3.3.1.5), and are not kept here. */
  private static final int LONGEST = 512;

  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private final SpanContext span;

  private TraceContext(SpanContext span) {
    this.span = span;
  }

  static TraceContext of(SpanContext span) {
    return span.isValid() ? new TraceContext(span) : null;
  }

  /**
   * As a record says it. What is no trace is none, and never a reason to refuse the record.
   *
   * @param parents the values of its headers {@code traceparent}
   * @param states the values of its headers {@code tracestate}
   * @return null where there is none
   */
  public static TraceContext of(List<byte[]> parents, List<byte[]> states) {
    return parents.size() == 1 && fits(parents.get(0))
        ? of(text(parents.get(0)), states.size() == 1 && fits(states.get(0)) ? states.get(0) : null)
        : null;
  }

  private static TraceContext of(String parent, byte[] state) {
    return of(parent, state == null ? null : text(state));
  }

  /**
   * As {@link #text} wrote it.
   *
   * @param text may be null
   * @return null where there is none
   */
  public static TraceContext read(String text) {
    if (text == null) {
      return null;
    }
    int space = text.indexOf(' ');
    return space < 0
        ? of(text, (String) null)
        : of(text.substring(0, space), text.substring(space + 1));
  }

  private static TraceContext of(String parent, String state) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(PARENT, parent);
    if (state != null) {
      headers.put(STATE, state);
    }
    return of(Span.fromContext(W3C.extract(Context.root(), headers, READ)).getSpanContext());
  }

  /** What a record, or a row, says of it. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    W3C.inject(under(), headers, Map::put);
    return headers;
  }

  /** The {@code traceparent}, and behind a space the {@code tracestate} where there is one. */
  public String text() {
    return String.join(" ", headers().values());
  }

  /** Of the whole trace: 32 hexadecimal digits. */
  public String id() {
    return span.getTraceId();
  }

  /** Of the trace that {@link #text} was written of; null where that is null. */
  public static String idIn(String text) {
    TraceContext context = read(text);
    return context == null ? null : context.id();
  }

  /** Whether what belongs to it is sent to the collector. */
  public boolean isKept() {
    return span.isSampled();
  }

  SpanContext span() {
    return span;
  }

  Context under() {
    return Context.root().with(Span.wrap(span));
  }

  private static boolean fits(byte[] value) {
    return value != null && value.length <= LONGEST;
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.US_ASCII);
  }

  private static final TextMapGetter<Map<String, String>> READ =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> headers) {
          return headers.keySet();
        }

        @Override
        public String get(Map<String, String> headers, String name) {
          return headers == null ? null : headers.get(name);
        }
      };
}
