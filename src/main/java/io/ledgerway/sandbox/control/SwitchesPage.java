package io.ledgerway.sandbox.control;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
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
                    "Organisations, clock, limits, faults, call log and documents of a local"
                        + " imitation of Xero. None of this exists in the real one."));
  }
}
