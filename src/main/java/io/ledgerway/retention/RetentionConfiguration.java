package io.ledgerway.retention;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.step.StepComponent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can call of retention, by name. */
@Configuration
@EnableConfigurationProperties(Keep.class)
class RetentionConfiguration {

  @Bean
  SensibleKeep sensibleKeep(Keep keep) {
    return new SensibleKeep(keep);
  }

  @Bean
  StepComponent retention(SensibleKeep sensible, EngineInstance instance, MeterRegistry meters) {
    return new StepComponent(
        Map.of(
            "begin", new BeginSweep(),
            "swept", new Swept(instance, meters),
            "end", new EndSweep()));
  }
}
