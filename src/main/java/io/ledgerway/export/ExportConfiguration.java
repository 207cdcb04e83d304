package io.ledgerway.export;

import io.ledgerway.step.StepComponent;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can call of exports, by name. */
@Configuration
class ExportConfiguration {

  /** {@code export:begin-due}: the body is a schedule's company and source. */
  @Bean
  StepComponent export(ExportRuns runs) {
    return new StepComponent(
        Map.of(
            "begin-due",
            exchange -> {
              Map<?, ?> due = exchange.getMessage().getBody(Map.class);
              runs.beginDue((String) due.get("company"), (String) due.get("source"));
            }));
  }
}
