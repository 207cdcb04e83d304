package io.ledgerway.checking;

import io.ledgerway.document.LinkBack;
import io.ledgerway.observation.Counted;
import io.ledgerway.posting.Statements;
import io.ledgerway.reference.BooksOf;
import io.ledgerway.source.Sources;
import io.ledgerway.step.StepComponent;
import io.ledgerway.trace.Traces;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What routes can call of the checks before anything is sent, by name. */
@Configuration
class CheckingConfiguration {

  @Bean
  StepComponent checking(
      Statements statements,
      BooksOf books,
      Sources sources,
      @Value("${ledgerway.hub-url}") String hubUrl,
      Counted counted,
      Traces traces,
      Clock clock) {
    CheckRoom room = new CheckRoom();
    return new StepComponent(
        Map.of(
            "take-room", room.take(),
            "leave-room", room.leave(),
            "latest-books", exchange -> books.latest(exchange.getVariable("company", String.class)),
            "open", new OpenDocument(books, sources, LinkBack.ofHub(hubUrl)),
            "verify", new VerifyDocument(books),
            "undo-document", new UndoDocument(books),
            "prevent", new PreventDocument(),
            "checked", new RecordChecks(statements, clock, counted, traces)));
  }

  @Bean
  AggregationStrategy prepared() {
    return Prepared.gathering();
  }
}
