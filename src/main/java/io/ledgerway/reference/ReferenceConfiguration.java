package io.ledgerway.reference;

import io.ledgerway.step.StepComponent;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What import routes can call of the reference store, by name. */
@Configuration
class ReferenceConfiguration {

  @Bean
  StepComponent reference(ReferenceImport imports) {
    ImportSteps steps = new ImportSteps(imports);
    return new StepComponent(
        Map.of("read-all", steps::readAll, "gather", steps::gather, "store", steps::store));
  }
}
