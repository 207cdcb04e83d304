package io.ledgerway.setup;

import io.ledgerway.connection.Connection;
import io.ledgerway.connection.Connections;
import io.ledgerway.step.StepComponent;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can call of the set-up, by name. */
@Configuration
class SetUpConfiguration {

  /** {@code setup:bind}: choices of a former organisation find their records in the present one. */
  @Bean
  StepComponent setup(Rebinding rebinding, Connections connections) {
    return new StepComponent(
        Map.of(
            "bind",
            exchange -> {
              String company = exchange.getVariable("company", String.class);
              connections
                  .find(company)
                  .map(Connection::tenantId)
                  .ifPresent(tenant -> rebinding.bind(company, tenant));
            }));
  }
}
