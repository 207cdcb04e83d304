package io.ledgerway.source;

import io.ledgerway.connection.WrittenResources;
import io.ledgerway.source.Source.Kind;
import io.ledgerway.step.StepComponent;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can ask about the sources' own files. */
@Configuration
class SourceConfiguration {

  @Bean
  WrittenResources written(Sources sources) {
    return () ->
        sources.all().stream()
            .flatMap(source -> source.kinds().values().stream())
            .map(Kind::resource)
            .collect(Collectors.toSet());
  }

  @Bean("source-files")
  StepComponent sourceFiles(Sources sources) {
    return new StepComponent(Map.of("edited", exchange -> sources.refresh()));
  }
}
