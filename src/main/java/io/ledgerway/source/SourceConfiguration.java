package io.ledgerway.source;

import io.ledgerway.connection.WrittenResources;
import io.ledgerway.source.Source.Kind;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What others may know of the sources. */
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
}
