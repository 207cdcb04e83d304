package io.ledgerway.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the collector does not take spans, and once that it does again. Thread-safe. */
final class ToldExport implements SpanExporter {

  private static final Logger LOG = LoggerFactory.getLogger(ToldExport.class);

  private final SpanExporter to;
  private final AtomicBoolean away = new AtomicBoolean();

  ToldExport(SpanExporter to) {
    this.to = to;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode sent = to.export(spans);
    sent.whenComplete(() -> tell(!sent.isSuccess(), spans.size()));
    return sent;
  }

  private void tell(boolean failed, int spans) {
    if (away.compareAndSet(!failed, failed)) {
      if (failed) {
        LOG.warn("event=collector_away spans={}", spans);
      } else {
        LOG.info("event=collector_back spans={}", spans);
      }
    }
  }

  @Override
  public CompletableResultCode flush() {
    return to.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return to.shutdown();
  }
}
