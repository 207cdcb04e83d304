package io.ledgerway.reference;

import io.ledgerway.step.StepComponent;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What import routes can call of the reference store, by name. */
@Configuration
class ReferenceConfiguration {

  @Bean
  StepComponent reference(ReferenceImport imports, SameOrganisation organisation, Clock clock) {
    ImportSteps steps = new ImportSteps(imports, organisation, clock);
    return new StepComponent(
        Map.of(
            "begin", steps::begin,
            "expect", steps::expect,
            "keep", steps::keep,
            "store", steps::store));
  }
}
