package io.ledgerway.sending;

import io.ledgerway.instance.EngineInstance;
import io.ledgerway.posting.Statements;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.source.Sources;
import io.ledgerway.step.StepComponent;
import io.ledgerway.trace.Traces;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What routes can call to send what is ready, by name. */
@Configuration
class SendingConfiguration {

  @Bean
  Destination destination(Statements statements) {
    return new Destination(statements);
  }

  @Bean
  StepComponent sending(
      Statements statements,
      PlatformTransactionManager transactions,
      EngineInstance instance,
      BooksOf books,
      Sources sources,
      Destination destination,
      Traces traces,
      Clock clock) {
    return new StepComponent(
        Map.of(
            "new-batch", new NewBatch(),
            "intend",
                new IntendBatch(
                    statements,
                    new TransactionTemplate(transactions),
                    instance,
                    books,
                    sources,
                    destination,
                    new BatchTrace(traces),
                    clock)));
  }
}
