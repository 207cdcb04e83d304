package io.ledgerway.posting;

import io.ledgerway.document.LinkBack;
import io.ledgerway.instance.EngineInstance;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.source.Sources;
import io.ledgerway.step.StepComponent;
import io.ledgerway.work.Threads;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AggregationStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What routes can call of the ledger, by name. */
@Configuration
@EnableConfigurationProperties(SettleTimes.class)
class PostingConfiguration {

  @Bean
  StepComponent posting(
      Statements statements,
      PlatformTransactionManager transactions,
      EngineInstance instance,
      BooksOf books,
      Sources sources,
      SettleTimes times,
      @Value("${ledgerway.hub-url}") String hubUrl,
      @Value("${ledgerway.telling.most-bytes}") int mostBytes,
      Clock clock) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    Settlement settlement = new Settlement(statements, transaction, clock);
    Destination destination = new Destination(statements);
    Settling settling = new Settling(settlement, books, destination, times, clock);
    SettleLookUp settleLookUp = new SettleLookUp(settling);
    Unanswered unanswered =
        new Unanswered(settlement, times, books, statements, settleLookUp, clock);
    CheckRoom room = new CheckRoom();
    return new StepComponent(
        Map.ofEntries(
            Map.entry("new-batch", new NewBatch()),
            Map.entry("take-time", new TakeTime(instance, clock)),
            Map.entry("take-room", room.take()),
            Map.entry("leave-room", room.leave()),
            Map.entry(
                "latest-books",
                exchange -> books.latest(exchange.getVariable("company", String.class))),
            Map.entry("open", new OpenDocument(books, sources, LinkBack.ofHub(hubUrl))),
            Map.entry("verify", new VerifyDocument(books)),
            Map.entry("undo-document", new UndoDocument(books)),
            Map.entry("prevent", new PreventDocument()),
            Map.entry("checked", new RecordChecks(statements, clock)),
            Map.entry(
                "intend",
                new IntendBatch(
                    statements, transaction, instance, books, sources, destination, clock)),
            Map.entry("settle", new SettleAnswer(settling)),
            Map.entry("due", new DueBatch(statements, settlement, times, sources, clock)),
            Map.entry("look-up", new LookUpQuery()),
            Map.entry("settle-look-up", settleLookUp),
            Map.entry("look-alike", new LookAlikeQuery()),
            Map.entry("settle-alike", new SettleAlike(settling)),
            Map.entry("not-executed", unanswered.notExecuted()),
            Map.entry("uncertain", unanswered.uncertain()),
            Map.entry("refused", unanswered.refused()),
            Map.entry("outcome", new OpenOutcome(mostBytes))));
  }

  @Bean
  AggregationStrategy prepared() {
    return Prepared.gathering();
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
