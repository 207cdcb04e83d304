package io.ledgerway.intake;

import io.ledgerway.edition.EditionInForce;
import io.ledgerway.mapping.Mappings;
import io.ledgerway.posting.Arrivals;
import io.ledgerway.receipt.Receipts;
import io.ledgerway.reference.People;
import io.ledgerway.source.Sources;
import io.ledgerway.step.Gather;
import io.ledgerway.step.StepComponent;
import io.ledgerway.trace.TraceContext;
import io.ledgerway.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What routes can call of the intake, by name. */
@Configuration
class IntakeConfiguration {

  @Bean
  StepComponent intake(
      Arrivals arrivals,
      ReplacePosted replace,
      Receipts receipts,
      Mappings mappings,
      Sources sources,
      People people,
      Consumers consumers,
      NamedParameterJdbcTemplate jdbc,
      JdbcClient client,
      @Value("${ledgerway.telling.most-bytes}") int mostBytes,
      EditionInForce edition,
      Traces traces,
      Clock clock) {
    Letters letters = new Letters(client, clock);
    EventSchemas schemas = new EventSchemas(() -> edition.current().routes());
    return new StepComponent(
            Map.ofEntries(
                Map.entry("records", new ReadRecords(clock)),
                Map.entry("letters", letters.open()),
                Map.entry("close-letters", letters.close()),
                Map.entry("portions", new Portions()),
                Map.entry("record", new CheckRecord()),
                Map.entry("read-event", new ReadEvent()),
                Map.entry("entry", new EnterDocument(sources)),
                Map.entry("judge-again", new JudgeAgain(schemas, sources)),
                Map.entry("find-companies", new FindCompanies(client)),
                Map.entry("store-users", new StoreUsers(people)),
                Map.entry("refuse", new RefuseRecord()),
                Map.entry("as-records", EventsToJudge.asRecords(clock)),
                Map.entry("judged", EventsToJudge::judged),
                Map.entry("store", new StoreEntries(arrivals, replace, receipts, mappings, traces)),
                Map.entry("put-aside", new PutLettersAside(jdbc)),
                Map.entry("commit-offsets", new CommitOffsets()),
                Map.entry("tell-consumers-away", exchange -> consumers.tellChanges()),
                Map.entry("dead-letter", new OpenDeadLetter(mostBytes))))
        .configurable("validate", Set.of("schema", "mistaken"), ValidateEvent.by(schemas))
        .configurable("user", Set.of("source"), UserEvent.with())
        .configurable("polled", Set.of("topic"), PolledRecords.with(clock));
  }

  @Bean
  AggregationStrategy judgedRecords() {
    return JudgedRecords.gathering();
  }

  /** All portions of a batch, or none: what fails in one fails the batch. */
  @Bean
  AggregationStrategy wholeBatch() {
    return Gather.into(ArrayList::new, (portions, portion) -> {});
  }

  @Bean
  KafkaClientFactory boundedPolls(MeterRegistry meters) {
    return new BoundedPolls(new Lag(meters));
  }

  /**
   * Lets no header of a record become a header of ours, where some would be commands to Camel; nor
   * one of ours one of a record, but for the trace that it is part of.
   */
  @Bean
  HeaderFilterStrategy noHeaders() {
    return new DefaultHeaderFilterStrategy() {
      @Override
      public boolean applyFilterToExternalHeaders(
          String name, Object value, org.apache.camel.Exchange exchange) {
        return true;
      }

      @Override
      public boolean applyFilterToCamelHeaders(
          String name, Object value, org.apache.camel.Exchange exchange) {
        return !name.equals(TraceContext.PARENT) && !name.equals(TraceContext.STATE);
      }
    };
  }
}
