package io.ledgerway.xero;

import io.ledgerway.step.StepComponent;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(XeroProperties.class)
class XeroConfiguration {

  /** What routes can do before a call, by name. */
  @Bean
  StepComponent permit(PermitAhead permits) {
    return new StepComponent(Map.of("take", permits));
  }
}
