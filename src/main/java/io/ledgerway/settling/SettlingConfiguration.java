package io.ledgerway.settling;

import io.ledgerway.observation.Counted;
import io.ledgerway.posting.Statements;
import io.ledgerway.problem.LedgerwayException;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.sending.Destination;
import io.ledgerway.source.Sources;
import io.ledgerway.step.StepComponent;
import io.ledgerway.trace.Stretch;
import io.ledgerway.trace.Traces;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
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
      Traces traces,
      Clock clock) {
    Settlement settlement =
        new Settlement(statements, new TransactionTemplate(transactions), clock, counted, traces);
    Settling means = new Settling(settlement, books, destination, times, clock);
    SettleLookUp lookUp = new SettleLookUp(means);
    Unanswered unanswered = new Unanswered(settlement, times, books, statements, lookUp, clock);
    return new StepComponent(
        Map.of(
            "settle", ending(new SettleAnswer(means)),
            "due", new DueBatch(statements, settlement, times, sources, traces, clock),
            "look-up", new LookUpQuery(),
            "settle-look-up", ending(lookUp),
            "look-alike", new LookAlikeQuery(),
            "settle-alike", ending(new SettleAlike(means)),
            "not-executed", endingBadly(unanswered.notExecuted()),
            "uncertain", endingBadly(unanswered.uncertain()),
            "refused", endingBadly(unanswered.refused())));
  }

  /** With what is known of a batch then, its part of the trace ends. */
  private static Processor ending(Processor step) {
    return exchange -> {
      step.process(exchange);
      Stretch.end(exchange);
    };
  }

  private static String code(Exception failure) {
    return failure instanceof LedgerwayException known
        ? known.code()
        : String.valueOf(failure == null ? null : failure.getClass().getSimpleName());
  }

  private static Processor endingBadly(Processor step) {
    return exchange -> {
      Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
      Stretch.of(exchange).failed(code(failure));
      ending(step).process(exchange);
    };
  }
}
