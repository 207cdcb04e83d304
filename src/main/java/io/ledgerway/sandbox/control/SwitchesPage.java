package io.ledgerway.sandbox.control;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /sandbox/docs} says about itself. */
@Configuration(proxyBeanMethods = false)
class SwitchesPage {

  @Bean
  OpenAPI switches() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Switches of the sandbox")
                .version("1")
                .description(
                    "Organisations, people, apps, clock, limits, faults, webhooks, call log and"
                        + " documents of a local imitation of Xero. None of this exists in the"
                        + " real one; no token is needed."));
  }

  @Bean
  OpenApiCustomizer described() {
    return new SwitchTexts()::describe;
  }
}
