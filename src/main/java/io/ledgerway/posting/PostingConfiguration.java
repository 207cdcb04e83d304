package io.ledgerway.posting;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.step.StepComponent;
import io.ledgerway.work.Threads;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can call of the ledger, by name. */
@Configuration
class PostingConfiguration {

  @Bean
  StepComponent posting(
      EngineInstance instance,
      @Value("${ledgerway.telling.most-bytes}") int mostBytes,
      Clock clock) {
    return new StepComponent(
        Map.of("take-time", new TakeTime(instance, clock), "outcome", new OpenOutcome(mostBytes)));
  }

  /**
   * Threads for the turns of companies. They grow with the companies that are waiting for an
   * answer, so that a slow one takes no thread from the others.
   */
  @Bean(destroyMethod = "shutdown")
  ExecutorService turnThreads(@Value("${ledgerway.turn-threads:256}") int most) {
    return Threads.atMost(most);
  }
}
