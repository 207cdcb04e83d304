package io.ledgerway.person;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.step.StepComponent;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can call of a person's data, by name. */
@Configuration
class PersonConfiguration {

  @Bean
  StepComponent person(Erasures erasures, EngineInstance instance) {
    return new StepComponent(Map.of("erase", new EraseStep(erasures, instance)));
  }
}
