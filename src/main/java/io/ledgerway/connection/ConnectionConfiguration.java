package io.ledgerway.connection;

import io.ledgerway.step.StepComponent;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can call of the connections, by name. */
@Configuration
class ConnectionConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionConfiguration.class);

  @Bean
  StepComponent connection(
      ExpiredConnections expired, DueRenewals due, Disconnections disconnections) {
    return new StepComponent(
        Map.of(
            "try-expired",
            exchange -> tellActive(expired.tryAgain()),
            "renew-due",
            exchange -> due.renew(),
            "disconnect",
            exchange -> disconnections.carryOut(null)));
  }

  private static void tellActive(List<String> companies) {
    companies.forEach(company -> LOG.info("event=connection_active_again company={}", company));
  }
}
