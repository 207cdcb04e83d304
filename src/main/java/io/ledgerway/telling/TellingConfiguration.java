package io.ledgerway.telling;

import io.ledgerway.step.StepComponent;
import io.ledgerway.trace.Traces;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.AggregationStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What routes can call to tell the sources something, by name. */
@Configuration
class TellingConfiguration {

  @Bean
  StepComponent telling(
      NamedParameterJdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      @Value("${ledgerway.telling.most-bytes}") int mostBytes,
      Traces traces,
      Clock clock) {
    return new StepComponent(
        Map.of(
            "begin",
            Walk::begin,
            "one",
            exchange -> OneRecord.begin(exchange, traces),
            "fit",
            exchange -> OneRecord.fit(exchange, mostBytes),
            "put-aside",
            new PutAside(),
            "write-down",
            new WriteDown(jdbc, new TransactionTemplate(transactions), clock)));
  }

  @Bean
  AggregationStrategy kafkaRecords() {
    return KafkaRecords.gathering();
  }
}
