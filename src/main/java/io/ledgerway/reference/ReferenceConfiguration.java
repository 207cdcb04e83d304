package io.ledgerway.reference;

import io.ledgerway.step.StepComponent;
import io.ledgerway.work.Leases;
import io.ledgerway.work.Threads;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What import routes can call of the reference store, by name. */
@Configuration
class ReferenceConfiguration {

  @Bean
  StepComponent reference(
      ReferenceImport imports,
      SameOrganisation organisation,
      ImportSchedule schedule,
      Leases leases,
      Clock clock) {
    ImportSteps steps = new ImportSteps(imports, organisation, leases, clock);
    return new StepComponent(
        Map.of(
            "plan-nightly", exchange -> schedule.plan(exchange.getMessage().getBody(String.class)),
            "ask-nightly",
                exchange -> schedule.askIfDue(exchange.getMessage().getBody(String.class)),
            "begin", steps::begin,
            "expect", steps::expect,
            "keep", steps::keep,
            "store", steps::store,
            "say-why", steps::sayWhy));
  }

  /** Fewer than the database has connections: imports of a whole night leave some to exports. */
  @Bean(destroyMethod = "shutdown")
  ExecutorService importThreads(@Value("${ledgerway.import.threads:12}") int most) {
    return Threads.atMost(most);
  }
}
