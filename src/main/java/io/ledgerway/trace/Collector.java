package io.ledgerway.trace;

import io.ledgerway.problem.LedgerwayException;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;

/** Where spans go, by OTLP over HTTP. */
record Collector(URI address) {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * @param where {@code off}, or the collector's address; one without a path gets OTLP's
   * @return null when they go nowhere
   * @throws LedgerwayException {@code SETTING_UNUSABLE}
   */
  static Collector named(String where) {
    String address = where.strip();
    if (address.isEmpty() || address.equals("off") || address.equals("false")) {
      return null;
    }
    try {
      URI uri = URI.create(address);
      if (String.valueOf(uri.getScheme()).matches("https?")
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return new Collector(
            uri.getPath().isEmpty() || uri.getPath().equals("/") ? uri.resolve("/v1/traces") : uri);
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new LedgerwayException(
        "SETTING_UNUSABLE",
        "ledgerway.traces is neither 'off' nor the address of a collector, such as"
            + " http://collector:4318",
        "Correct it, or leave it out. As an environment variable it is LEDGERWAY_TRACES.");
  }

  SpanExporter exporter() {
    return OtlpHttpSpanExporter.builder()
        .setEndpoint(address.toString())
        .setTimeout(PATIENCE)
        .setConnectTimeout(PATIENCE)
        .build();
  }
}
