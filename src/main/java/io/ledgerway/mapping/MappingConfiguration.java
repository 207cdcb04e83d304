package io.ledgerway.mapping;

import io.ledgerway.step.StepComponent;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can ask about the mapping files themselves. */
@Configuration
class MappingConfiguration {

  @Bean("mapping-files")
  StepComponent mappingFiles(Mappings mappings) {
    return new StepComponent(
        Map.of("edited", exchange -> exchange.getMessage().setBody(mappings.edited())));
  }
}
