package io.ledgerway.reload;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Shows whether an edit waits to be mended. */
@Component
class FilesGauge {

  FilesGauge(Reload reload, MeterRegistry meters) {
    Gauge.builder(
            "ledgerway.files.mistakes",
            () -> reload.refused().map(refused -> refused.mistakes().size()).orElse(0))
        .description("Mistakes of the latest edit of the files, which is not in force for them")
        .register(meters);
  }
}
