package io.ledgerway.source;

import io.ledgerway.step.StepComponent;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can ask about the sources' own files. */
@Configuration
class SourceConfiguration {

  @Bean("source-files")
  StepComponent sourceFiles(Sources sources) {
    return new StepComponent(Map.of("edited", exchange -> sources.refresh()));
  }
}
