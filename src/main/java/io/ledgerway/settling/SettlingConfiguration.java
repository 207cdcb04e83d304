package io.ledgerway.settling;

import io.ledgerway.observation.Counted;
import io.ledgerway.posting.Statements;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.sending.Destination;
import io.ledgerway.source.Sources;
import io.ledgerway.step.StepComponent;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What routes can call to find out what became of a batch, by name. */
@Configuration
@EnableConfigurationProperties(SettleTimes.class)
class SettlingConfiguration {

  @Bean
  StepComponent settling(
      Statements statements,
      PlatformTransactionManager transactions,
      BooksOf books,
      Sources sources,
      Destination destination,
      SettleTimes times,
      Counted counted,
      Clock clock) {
    Settlement settlement =
        new Settlement(statements, new TransactionTemplate(transactions), clock, counted);
    Settling means = new Settling(settlement, books, destination, times, clock);
    SettleLookUp lookUp = new SettleLookUp(means);
    Unanswered unanswered = new Unanswered(settlement, times, books, statements, lookUp, clock);
    return new StepComponent(
        Map.of(
            "settle", new SettleAnswer(means),
            "due", new DueBatch(statements, settlement, times, sources, clock),
            "look-up", new LookUpQuery(),
            "settle-look-up", lookUp,
            "look-alike", new LookAlikeQuery(),
            "settle-alike", new SettleAlike(means),
            "not-executed", unanswered.notExecuted(),
            "uncertain", unanswered.uncertain(),
            "refused", unanswered.refused()));
  }
}
